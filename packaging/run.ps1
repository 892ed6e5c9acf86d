# Untested until tried: written as the twin of run.sh, never yet run on Windows.
# Opens the app on the sample meeting, after whatever set-up is still to do:
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1
# Arguments go to the app: packaging\run.ps1 --help
$ErrorActionPreference = 'Stop'

$root = Split-Path -Parent $PSScriptRoot
$python = Join-Path $root '.venv\Scripts\python.exe'
$main = Join-Path $root 'main.py'
$sample = Join-Path $root 'build\sample.checkin'

& (Join-Path $PSScriptRoot 'setup.ps1') run
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

if ($args.Count -gt 0) {
    & $python $main @args
    exit $LASTEXITCODE
}

if (-not (Test-Path $sample)) {
    [Console]::Error.WriteLine('run: making the sample meeting build\sample.checkin')
    $making = Join-Path $root 'build\making'
    if (Test-Path $making) { Remove-Item -Recurse -Force $making }
    New-Item -ItemType Directory -Force $making | Out-Null
    $new = Join-Path $making 'sample.checkin'
    & $python $main new $new --name 'High-level meeting on border management' `
        --place Madrid --zone Europe/Madrid --day 2022-07-05 --day 2022-07-06
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    & $python $main import $new (Join-Path $root 'resources\sample\delegates.xlsx')
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    Move-Item $new $sample
    Remove-Item -Recurse -Force $making
}
& $python $main $sample --at 2022-07-05T08:45:00+02:00
exit $LASTEXITCODE
