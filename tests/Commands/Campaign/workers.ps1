# Workers of a campaign that are processes of their own, to be killed or put to sleep; and a PostgreSQL that they share.

<#
.SYNOPSIS
    Starts a PowerShell that is connected to the gateway and waits for what to do; $store and $list are there for its command.
.EXAMPLE
    $worker = Start-TestWorker $gateway $store; Invoke-TestWorker $worker { Resume-ChataloCampaign test -Store $store }
#>
function Start-TestWorker($Gateway, [string] $Store, [int] $Rows, [int] $TimeoutSec = 3) {
    $name = Join-Path $TestDrive ([guid]::NewGuid().ToString('N'))
    [IO.File]::WriteAllText("$name.ps1", @"
`$store = '$Store'
`$list = foreach (`$i in 1..$Rows) { [pscustomobject] @{ Number = '62812{0:00000000}' -f `$i; Nama = "N`$i" } }
Import-Module '$ModuleFolder/Chatalo.psd1'
Connect-Chatalo -PublicKey $($Gateway.Options.PublicKey) -SecretKey $($Gateway.Options.SecretKey) -BaseUri $($Gateway.BaseUri) -Device $ReadyDevice -TimeoutSec $TimeoutSec -SkipCheck > `$null
while (-not [IO.File]::Exists('$name.command.ps1')) { [Threading.Thread]::Sleep(5) }
. '$name.command.ps1'
'done'
"@)
    $program, $first = @(Get-PowerShellCommand)
    $start = [Diagnostics.ProcessStartInfo]::new($program)
    $start.Arguments = @($first | ForEach-Object { "`"$_`"" }) + "-NoProfile -NonInteractive -File `"$name.ps1`"" -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)
    [pscustomobject] @{ Process = $process; Name = $name; Said = $process.StandardOutput.ReadToEndAsync(); Wrong = $process.StandardError.ReadToEndAsync() }
}

<#
.SYNOPSIS
    Gives a worker its command.
#>
function Invoke-TestWorker($Worker, [scriptblock] $Command) {
    # Moved to its place, so that it is there whole.
    [IO.File]::WriteAllText("$($Worker.Name).part", "$Command")
    [IO.File]::Move("$($Worker.Name).part", "$($Worker.Name).command.ps1")
}

<#
.SYNOPSIS
    Waits for the end of a worker, which must not have been disturbed, and gives the lines it wrote before.
#>
function Wait-TestWorker($Worker) {
    # So that a hang fails one test; a store that a sleeping worker holds is free after half a minute.
    $Worker.Process.WaitForExit(120000) | Should -BeTrue -Because 'the worker ends'
    $lines = @($Worker.Said.Result -split '\r?\n' | Where-Object { $_ })
    $lines[-1] | Should -Be done -Because "the worker came to its end: $($Worker.Wrong.Result)"
    $lines | Select-Object -SkipLast 1
}

<#
.SYNOPSIS
    Kills a worker as nothing can be hindered (SIGKILL); one that has ended is left alone.
#>
function Stop-TestWorker($Worker) {
    try { $Worker.Process.Kill() }
    catch [InvalidOperationException] { Write-Debug 'It has ended by itself.' }
    $Worker.Process.WaitForExit()
}

<#
.SYNOPSIS
    Sends a signal, as STOP, which lets no time pass for a process, or CONT, which wakes it.
#>
function Send-TestSignal($Worker, [string] $Signal) {
    & /bin/kill "-$Signal" $Worker.Process.Id
    $LASTEXITCODE | Should -Be 0
}

<#
.SYNOPSIS
    How often each recipient got a message, by recipient.
#>
function Get-TestDelivery($Gateway) { $Gateway.DeliveriesByRecipient() }

<#
.SYNOPSIS
    Waits until the leases of all workers that are gone have run out, and gives the campaign.
#>
function Wait-TestCampaign([string] $Store) {
    Wait-Until 'the end of the leases' { (Get-ChataloCampaign test -Store $Store).Sending -eq 0 }
    Get-ChataloCampaign test -Store $Store
}

<#
.SYNOPSIS
    A PostgreSQL of the test's own, by the class that the unit tests have for it; $null where there is none. Dispose ends it.
#>
function Start-TestPostgres {
    if (-not ('Chatalo.Testing.PrivatePostgres' -as [type])) {
        $usings = 'System', 'System.Collections.Generic', 'System.IO', 'System.Linq' | ForEach-Object { "using $_;" }
        $source = [IO.File]::ReadAllText("$Repository/tests/Chatalo.UnitTests/Campaigns/PrivatePostgres.cs")
        Add-Type -TypeDefinition ("#nullable enable`n" + ($usings -join "`n") + "`n" + $source) -IgnoreWarnings
    }
    if ([Chatalo.Testing.PrivatePostgres]::Missing -and -not [Chatalo.Testing.PrivatePostgres]::IsRequired) {
        Set-ItResult -Skipped -Because ([Chatalo.Testing.PrivatePostgres]::Missing)
        return
    }
    [Chatalo.Testing.PrivatePostgres]::StartNew()
}
