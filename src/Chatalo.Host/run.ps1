<#
.SYNOPSIS
    Runs the demo, a command, a script or a prompt with the module imported.
.DESCRIPTION
    -Command '...'          runs commands
    -File x.ps1 -Name ...   runs a script with its arguments
    -Interactive            opens a prompt
    nothing                 runs the demo
.EXAMPLE
    dotnet run --project src/Chatalo.Host -- -Interactive
#>
# No parameters of its own: what follows -File are the script's.
$ErrorActionPreference = 'Stop'
$what, $rest = $args
Import-Module "$PSScriptRoot/../../out/Chatalo/Chatalo.psd1"
$ErrorActionPreference = 'Continue'

switch ($what) {
    $null { & "$PSScriptRoot/demo.ps1" }
    '-Command' { . ([scriptblock]::Create($rest -join ' ')) }
    '-File' {
        $script, $arguments = $rest
        $arguments = @($arguments)
        & $script @arguments
    }
    '-Interactive' {
        if (-not [Console]::IsInputRedirected) {
            Import-Module PSReadLine
        }
        # A nested prompt would show that it is one.
        function global:prompt { "PS $PWD> " }
        $Host.EnterNestedPrompt()
    }
    default {
        [Console]::Error.WriteLine("'$what' is not known. Give -Command, -File or -Interactive, or nothing for the demo.")
        exit 64
    }
}
exit $LASTEXITCODE
