# Untested until tried: written as the twin of test.sh, never yet run on Windows.
# Passes every check, after whatever set-up is still to do:
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1
# Arguments replace the whole run by pytest with them: packaging\test.ps1 tests\domain -k token
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$python = Join-Path $root '.venv\Scripts\python.exe'

& (Join-Path $PSScriptRoot 'setup.ps1') test
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

$env:QT_QPA_PLATFORM = 'offscreen'
$figures = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $figures | Out-Null
$json = Join-Path $figures 'coverage.json'
$code = 0
Push-Location $root
try {
    if ($args.Count -gt 0) {
        & $python -m pytest @args
        $code = $LASTEXITCODE
    }
    else {
        $env:COVERAGE_FILE = Join-Path $figures 'coverage'
        $steps = @(
            @('formatting (ruff format)', @('-m', 'ruff', 'format', '--check', '.')),
            @('lint (ruff check)', @('-m', 'ruff', 'check', '.')),
            @('types (mypy)', @('-m', 'mypy')),
            @('rooms and their doors (lint-imports)', @('-c', 'from importlinter.cli import lint_imports_command as c; c()', '--no-logo')),
            @('tests (pytest, offscreen)', @('-m', 'coverage', 'run', '-m', 'pytest', '-n', 'auto', '--maxprocesses', '8')),
            @('coverage, put together', @('-m', 'coverage', 'combine', '-q')),
            @('coverage, as figures', @('-m', 'coverage', 'json', '-q', '-o', $json)),
            @('coverage floors', @('packaging\coverage_floors.py', $json))
        )
        foreach ($step in $steps) {
            Write-Host "test: $($step[0])"
            $arguments = $step[1]
            & $python @arguments
            $code = $LASTEXITCODE
            if ($code -ne 0) { Write-Host "test: FAILED at $($step[0])"; break }
        }
        if ($code -eq 0) { Write-Host 'test: everything passed' }
    }
}
finally {
    Pop-Location
    Remove-Item -Recurse -Force $figures
}
exit $code
