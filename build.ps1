#requires -Version 7.4
<#
.SYNOPSIS
    What there is to do with the sources. Without pwsh on the machine: dotnet tool restore, then dotnet pwsh build.ps1.
.EXAMPLE
    ./build.ps1 -Task Test -Path tests/Commands/Group
    Builds, then runs the Pester tests of a folder; of one file with its path. With no path, all tests are run.
.EXAMPLE
    ./build.ps1 -Task Docs
    Brings the help pages up to the cmdlets' parameters and makes of them what Get-Help reads.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Docs', 'Package', 'Demo', 'Clean')]
    [string[]] $Task = 'Build',

    # For Test: the Pester files, or folders of them, to run.
    [string[]] $Path,

    # For Test: only the tests whose full name has this text in it.
    [string] $Filter
)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

function Invoke-Build { dotnet build src/Chatalo.Host -v q }

function Invoke-Demo { dotnet run --project src/Chatalo.Host }

function Invoke-Test {
    if ($Path) {
        dotnet test tests/Commands "-p:TestPath=$($Path -join ',')" $(if ($Filter) { '--filter', "FullyQualifiedName~$Filter" })
    }
    else {
        dotnet test $(if ($Filter) { '--filter', "FullyQualifiedName~$Filter" })
    }
}

# The pages are written by hand, but for their syntax and their tables of parameters.
function Invoke-Docs {
    Invoke-Build
    $pages = 'docs/en-US'
    $help = 'src/Module/en-US'
    # A process of its own: a module that was imported before could not be told from the one just built.
    # As a .NET tool, PowerShell runs in dotnet, and no pwsh need be on the PATH.
    $program = (Get-Process -Id $PID).Path
    $first = if ((Split-Path $program -Leaf) -match '^dotnet') { 'exec', (Join-Path $PSHOME pwsh.dll) } else { @() }
    & $program @first -NoProfile -Command {
        param($pages, $help)
        $ErrorActionPreference = 'Stop'
        Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.0
        Import-Module ./out/Chatalo -Force
        $scratch = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
        $new = Get-Command -Module Chatalo | Where-Object { -not (Test-Path "$pages/$($_.Name).md") }
        if ($new) {
            New-MarkdownCommandHelp -CommandInfo $new -OutputFolder $scratch | Move-Item -Destination $pages -PassThru |
                ForEach-Object { Write-Warning "$($_.Name) is new: fill in what stands between double braces." }
        }
        Update-MarkdownCommandHelp -Path "$pages/*.md" -NoBackup
        # A date would change with every run, and PlatyPS adds a description of several sentences once more with each.
        foreach ($page in Get-Item "$pages/*.md") {
            $text = [IO.File]::ReadAllText($page) -replace '(?m)^ms\.date: .*\r?\n' -replace "`r"
            $text = [regex]::Replace($text, '(?ms)(?<=^### -\w+\n\n).+?(?=\n\n```yaml)', {
                $sentences = $args[0].Value -split '(?<=\.)\s+'
                $once = @($sentences | Select-Object -Unique)
                if ($once.Count -lt @($sentences).Count) { $once -join ' ' } else { $args[0].Value }
            })
            # PlatyPS leaves out the common parameters of a syntax that it brings up to date.
            $text = [regex]::Replace($text, '(?ms)^```\n(\w+-Chatalo\w*(?:(?!^```).)*?)\n```', {
                $syntax = $args[0].Groups[1].Value
                if ($syntax -match '<CommonParameters>') { $args[0].Value } else { "```````n$syntax`n [<CommonParameters>]`n``````" }
            })
            [IO.File]::WriteAllText($page, $text)
        }
        $maml = Import-MarkdownCommandHelp -Path "$pages/*.md" | Export-MamlCommandHelp -OutputFolder $scratch -Force
        [xml] $document = Get-Content $maml -Raw
        # Get-Help prints what it is given: the code of an example goes where code belongs, and lines are left to the reader's window.
        foreach ($para in @($document.GetElementsByTagName('maml:para'))) {
            if ($para.InnerText -eq [char] 0x80) { $null = $para.ParentNode.RemoveChild($para) }
            elseif ($para.InnerText -match '(?s)^```powershell\n(.*)\n```$') {
                $para.ParentNode.ParentNode['dev:code'].InnerText = $Matches[1]
                $null = $para.ParentNode.RemoveChild($para)
            }
            else { $para.InnerText = $para.InnerText -replace '\s*\n\s*', ' ' }
        }
        foreach ($example in $document.GetElementsByTagName('command:example')) {
            while ($remark = $example['maml:introduction']['maml:para']) { $null = $example['dev:remarks'].AppendChild($remark) }
            # An empty line before the next example.
            $null = $example['dev:remarks'].AppendChild($document.CreateElement('maml:para', $document.DocumentElement.GetNamespaceOfPrefix('maml')))
        }
        $document.Save((Join-Path $PWD $help 'Chatalo.dll-Help.xml'))
        Remove-Item $scratch -Recurse
    } -args $pages, $help

    # About topics are read as they are.
    Get-Item docs/about/about_*.md | ForEach-Object { Copy-Item $_ "$help/$($_.BaseName).help.txt" }
    Invoke-Build
}

function Invoke-Package { dotnet build src/Chatalo.Package -t:Package -v q }

function Invoke-Clean {
    dotnet clean -v q
    Get-Item out -ErrorAction Ignore | Remove-Item -Recurse
}

foreach ($name in $Task) {
    & "Invoke-$name"
}
