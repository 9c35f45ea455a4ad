# What all tests of the cmdlets share. Each file begins with:
#
#     BeforeAll { . "$PSScriptRoot/../common.ps1" }
#
# It imports the built module. The gateway of a test is an emulator in the test's own process, so that a test also sees what arrived there.

$Repository = (Resolve-Path "$PSScriptRoot/../..").Path
$ModuleFolder = if ($env:CHATALO_MODULE) { $env:CHATALO_MODULE } else { "$Repository/out/Chatalo" }
# A device that can send, and a number that can be written to.
$ReadyDevice = 'c7276ae0-c306-4896-8fda-000000000001'
$DisconnectedDevice = '5333e99a-ed4e-40ab-8dfc-000000000002'
$NoApiDevice = '716a5251-276b-4d3f-b882-000000000003'
$Number = '6281234567890'

Import-Module "$ModuleFolder/Chatalo.psd1"
# The module has a copy of its own, which scripts cannot name.
Add-Type -Path "$ModuleFolder/bin/$PSEdition/Chatalo.Emulator.Engine.dll"
# Nothing of the machine's changes what a test sees.
Get-Item Env:CHATALO_* | Where-Object Name -NotIn CHATALO_MODULE, CHATALO_REQUIRE_POSTGRES | Remove-Item

<#
.SYNOPSIS
    Starts a gateway on this machine, by default without a rate limit.
.OUTPUTS
    The emulator: Messages and Requests show what arrived, AddFault makes it fail, Dispose ends it.
.EXAMPLE
    $gateway = Start-TestGateway @{ RateLimit = 5; RateLimitWindow = '0:0:1' }
#>
function Start-TestGateway([hashtable] $Option = @{}) {
    $all = @{ RateLimit = 0 }
    foreach ($name in $Option.Keys) { $all[$name] = $Option[$name] }
    [Chatalo.Emulator.EmulatorServer]::Start([Chatalo.Emulator.EmulatorOptions] $all)
}

<#
.SYNOPSIS
    Connects to a gateway as its owner, with a device that can send. Nothing is asked of the gateway.
.EXAMPLE
    $session = Connect-TestGateway $gateway -Parameter @{ DefaultRegion = 'SG' }
#>
function Connect-TestGateway($Gateway, [hashtable] $Parameter = @{ Device = $ReadyDevice }) {
    Connect-Chatalo -PublicKey $Gateway.Options.PublicKey -SecretKey $Gateway.Options.SecretKey -BaseUri $Gateway.BaseUri -SkipCheck @Parameter
}

<#
.SYNOPSIS
    The requests that a gateway answered, as 'GET /device'.
#>
function Get-TestRequest($Gateway) {
    foreach ($request in $Gateway.Requests) { "$($request.Method) $($request.Path)" }
}

<#
.SYNOPSIS
    Has a gateway fail: the emulator's faults, also those with a body of one's own.
.EXAMPLE
    Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = '{}'; Path = '/groups' }
#>
function Add-TestFault($Gateway, [hashtable] $Rule) {
    $null = $Gateway.AddFault([Chatalo.Emulator.FaultRule] $Rule)
}

<#
.SYNOPSIS
    Runs a script and gives all that it said, by stream.
.OUTPUTS
    Output, Errors, Warnings, Verbose, Debug, Information: what it wrote. Thrown: the error that ended it, or $null.
.EXAMPLE
    $run = Watch-Script { 'abc' | Send-ChataloMessage -Message Hi }
#>
function Watch-Script([scriptblock] $WatchedScript) {
    $watched = [pscustomobject] @{ Output = @(); Errors = @(); Warnings = @(); Verbose = @(); Debug = @(); Information = @(); Thrown = $null }
    $said = [Collections.Generic.List[object]]::new()
    try {
        & $WatchedScript *>&1 | ForEach-Object { $said.Add($_) }
    }
    catch {
        $watched.Thrown = $_
    }

    foreach ($item in $said) {
        if ($item -is [System.Management.Automation.ErrorRecord]) { $watched.Errors += $item }
        elseif ($item -is [System.Management.Automation.WarningRecord]) { $watched.Warnings += $item.Message }
        elseif ($item -is [System.Management.Automation.VerboseRecord]) { $watched.Verbose += $item.Message }
        elseif ($item -is [System.Management.Automation.DebugRecord]) { $watched.Debug += $item.Message }
        elseif ($item -is [System.Management.Automation.InformationRecord]) { $watched.Information += "$($item.MessageData)" }
        else { $watched.Output += , $item }
    }

    $watched
}

<#
.SYNOPSIS
    Runs a script that must have exactly one error, holds this error to the module's rules for all errors, and gives it.
.EXAMPLE
    $problem = Get-ChataloError NotFound ObjectNotFound { Get-ChataloGroup Nobody }
#>
function Get-ChataloError([string] $ExpectedId, [string] $ExpectedCategory, [scriptblock] $FailingScript) {
    Assert-OneError (Watch-Script $FailingScript) $ExpectedId $ExpectedCategory
}

<#
.SYNOPSIS
    Holds what Watch-Script saw to exactly one error that keeps the module's rules, and gives that error.
#>
function Assert-OneError($Run, [string] $Id, [string] $Category) {
    $problems = @($Run.Errors) + @($Run.Thrown) | Where-Object { $_ }
    $problems | Should -HaveCount 1
    Assert-ChataloError $problems $Id $Category
    $problems
}

<#
.SYNOPSIS
    Holds an error to the module's rules: its id and category, what to do next, no key and no stack trace in what a user reads.
#>
function Assert-ChataloError($Problem, [string] $Id, [string] $Category) {
    "$($Problem.FullyQualifiedErrorId)".Split(',')[0] | Should -Be "Chatalo.$Id" -Because "$Problem"
    $Problem.CategoryInfo.Category | Should -Be $Category
    $Problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty -Because 'an error says what to do next'
    $all = "$Problem", $Problem.ErrorDetails.RecommendedAction, "$($Problem.Exception)" -join "`n"
    $all | Should -Not -Match 'EMULATOR-(PUBLIC|SECRET)-KEY'
    "$Problem" | Should -Not -Match '   at |Exception|\n'
}

<#
.SYNOPSIS
    Waits for what happens on another thread; fails after a minute, which no busy machine needs.
#>
function Wait-Until([string] $What, [scriptblock] $Condition) {
    $limit = [datetime]::UtcNow.AddMinutes(1)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $limit) { throw "This never came: $What." }
        [Threading.Thread]::Sleep(10)
    }
}

<#
.SYNOPSIS
    A runspace that has the module imported, for several scripts one after the other.
#>
function New-TestRunspace([hashtable] $Variable = @{}) {
    $state = [initialsessionstate]::CreateDefault2()
    if ($PSVersionTable.Platform -ne 'Unix') { $state.ExecutionPolicy = 'Bypass' }
    $state.ImportPSModule("$ModuleFolder/Chatalo.psd1")
    $runspace = [runspacefactory]::CreateRunspace($state)
    $runspace.Open()
    foreach ($name in $Variable.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variable[$name]) }
    $runspace
}

<#
.SYNOPSIS
    Starts a script in a runspace of its own that has the module imported, or in a given one, to look at it while it runs or to stop it.
.OUTPUTS
    Output: what it wrote so far. Streams: the others. End it with Wait-TestScript or Stop-TestScript.
.EXAMPLE
    $running = Start-TestScript { Wait-ChataloDevice -Session $session } @{ session = $session }
#>
function Start-TestScript([scriptblock] $Script, [hashtable] $Variable = @{}, $Runspace) {
    $own = if (-not $Runspace) { New-TestRunspace }
    $runspace = if ($own) { $own } else { $Runspace }
    foreach ($name in $Variable.Keys) { $runspace.SessionStateProxy.SetVariable($name, $Variable[$name]) }
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddScript("$Script", $false)
    $output = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $none = [System.Management.Automation.PSDataCollection[psobject]]::new()
    $none.Complete()
    [pscustomobject] @{
        Shell = $shell; Output = $output; Streams = $shell.Streams; Thrown = $null; OwnRunspace = $own
        # PowerShell finds no method of two type parameters by itself before version 7.3.
        Handle = ($shell.GetType().GetMethods() | Where-Object { $_.Name -eq 'BeginInvoke' -and $_.GetParameters().Count -eq 2 }).MakeGenericMethod([psobject], [psobject]).Invoke($shell, @($none, $output))
    }
}

<#
.SYNOPSIS
    Waits for the end of a script that Start-TestScript started.
.OUTPUTS
    The same object; Thrown is the error that ended the script, or $null.
#>
function Wait-TestScript($Running) {
    try { $null = $Running.Shell.EndInvoke($Running.Handle) }
    catch { $Running.Thrown = if ($_.Exception.InnerException) { $_.Exception.InnerException } else { $_.Exception } }
    if ($Running.OwnRunspace) { $Running.OwnRunspace.Dispose() }
    $Running
}

<#
.SYNOPSIS
    Stops a script that Start-TestScript started, as Ctrl+C does.
.OUTPUTS
    How long it took to end.
#>
function Stop-TestScript($Running) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $Running.Shell.Stop()
    $watch.Stop()
    if ($Running.OwnRunspace) { $Running.OwnRunspace.Dispose() }
    $watch.Elapsed
}

<#
.SYNOPSIS
    The command line that starts this very PowerShell: its program and the first of its arguments.
.NOTES
    PowerShell as a .NET tool runs in dotnet, so the path of the process is not PowerShell's.
#>
function Get-PowerShellCommand {
    $program = (Get-Process -Id $PID).Path
    $program
    if ((Split-Path $program -Leaf) -match '^dotnet') { 'exec'; Join-Path $PSHOME 'pwsh.dll' }
}

<#
.SYNOPSIS
    Runs a script in a PowerShell of its own, as a user types it, with answers typed in advance.
.OUTPUTS
    ExitCode, Text (all that stood on the screen) and Lines (those of Text that are not empty).
.EXAMPLE
    (Invoke-AtPrompt { Remove-ChataloDevice $args[0] } -Argument 'Andi - CS' -Answer y -Gateway $gateway).Text
#>
function Invoke-AtPrompt([scriptblock] $Script, [string[]] $Answer = @(), $Gateway) {
    $program, $first = @(Get-PowerShellCommand)
    $setUp = "Import-Module '$ModuleFolder/Chatalo.psd1'"
    if ($Gateway) {
        $setUp += "; `$null = Connect-Chatalo -PublicKey $($Gateway.Options.PublicKey) -SecretKey $($Gateway.Options.SecretKey) " +
            "-BaseUri $($Gateway.BaseUri) -Device $ReadyDevice -SkipCheck"
    }

    $said = $Answer -join [Environment]::NewLine | & $program @first -NoProfile -Command "$setUp`n$Script" 2>&1 | Out-String
    $text = $said -replace "\x1b\[[\d;?]*[a-zA-Z]"
    [pscustomobject] @{ ExitCode = $LASTEXITCODE; Text = $text; Lines = @($text -split '\r?\n' | Where-Object { $_.Trim() }) }
}

<#
.SYNOPSIS
    An event as the gateway posts it to a webhook, in JSON.
#>
function New-TestEvent([string] $Id, [string] $Text = 'hi', [string] $Group, [string] $From = '6281234567890', [switch] $FromMe) {
    [ordered] @{
        device_id = $ReadyDevice; chat_id = $Id
        sender = [ordered] @{ name = 'Ari'; number = $From; in_group = [bool] $Group; group_id = if ($Group) { $Group } }
        from_me = [bool] $FromMe; timestamp = 1689930829; message = $Text
    } | ConvertTo-Json
}

<#
.SYNOPSIS
    Posts an event as the gateway does: again, while nobody listens yet.
#>
function Send-TestEvent([uri] $Uri, [string[]] $Body) {
    foreach ($one in $Body) {
        Wait-Until "somebody who listens at $Uri" {
            (Invoke-ChataloWebhook $Uri -Raw $one -ErrorAction SilentlyContinue).StatusCode -eq 200
        }
    }
}

<#
.SYNOPSIS
    A port of this machine that nobody listens on.
#>
function Get-FreePort {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start()
    $listener.LocalEndpoint.Port
    $listener.Stop()
}
