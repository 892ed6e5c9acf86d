# Untested until tried: written as the twin of setup.sh, never yet run on Windows.
# Makes .venv with everything the app (or its tests) needs, called by run.ps1 and test.ps1:
#   powershell -ExecutionPolicy Bypass -File packaging\setup.ps1 run|test
param([ValidateSet('run', 'test')][string]$Kind = 'run')
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'

function Say([string]$Text) { [Console]::Error.WriteLine("set-up: $Text") }

function Test-Fits([string]$Exe, [string[]]$First) {
    $code = 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
    try { & $Exe @First -c $code 2>$null | Out-Null } catch { return $false }
    return $LASTEXITCODE -eq 0
}

function Find-Python {
    foreach ($version in '-3.13', '-3.12', '-3.11') {
        if (Test-Fits 'py' @($version)) { return , @('py', $version) }
    }
    if (Test-Fits 'python' @()) { return , @('python') }
    return $null
}

function Get-Stamp {
    $files = 'pyproject.toml', 'packaging\constraints.txt', 'packaging\setup.ps1'
    $sums = $files | ForEach-Object { (Get-FileHash (Join-Path $root $_)).Hash }
    return (@($root) + $sums) -join ' '
}

function Get-StampFile([string]$Level) { return Join-Path $venv ".checkin-$Level" }

function Test-Stamp([string]$Level) {
    $file = Get-StampFile $Level
    return (Test-Path $file) -and ((Get-Content -Raw $file).Trim() -eq (Get-Stamp))
}

function Invoke-Pip {
    & $python -m pip install -q --no-input --progress-bar off -c packaging\constraints.txt @args
    if ($LASTEXITCODE -ne 0) {
        Say 'the packages could not be installed; the reason is above. Run this again when it is gone.'
        exit 1
    }
}

if ((Test-Path $python) -and ((Test-Stamp 'test') -or (Test-Stamp $Kind))) { exit 0 }

Push-Location $root
try {
    $moved = $false
    foreach ($level in 'run', 'test') {
        $file = Get-StampFile $level
        if ((Test-Path $file) -and -not (Get-Content -Raw $file).StartsWith("$root ")) { $moved = $true }
    }
    if ($moved -or -not (Test-Path $python) -or -not (Test-Fits $python @())) {
        $base = Find-Python
        if ($null -eq $base) {
            Say 'Python 3.11, 3.12 or 3.13 is needed and was not found: install it, then run this again.'
            exit 1
        }
        Say 'making .venv (some 10 seconds)'
        if (Test-Path $venv) { Remove-Item -Recurse -Force $venv }
        $first = @($base | Select-Object -Skip 1)
        & $base[0] @first -m venv $venv
        if ($LASTEXITCODE -ne 0) { Say '.venv could not be made; the reason is above.'; exit 1 }
    }
    foreach ($level in 'run', 'test') { Remove-Item -Force -ErrorAction SilentlyContinue (Get-StampFile $level) }
    Say 'installing the packages of packaging\constraints.txt (the first time 1 to 5 minutes, some 300 MB)'
    Invoke-Pip --upgrade pip setuptools
    if ($Kind -eq 'test') { Invoke-Pip --no-build-isolation --group dev -e . }
    else { Invoke-Pip --no-build-isolation -e . }
    Set-Content -Path (Get-StampFile $Kind) -Value (Get-Stamp) -Encoding UTF8
    Say 'done'
}
finally { Pop-Location }
exit 0
