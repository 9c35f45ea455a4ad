BeforeDiscovery {
    $docs = "$PSScriptRoot/../../../docs"
    $examples = foreach ($page in Get-ChildItem "$docs/en-US/*.md") {
        $number = 0
        foreach ($match in [regex]::Matches([IO.File]::ReadAllText($page.FullName), '(?s)```powershell\n(.*?)\n```')) {
            $number++
            @{ Cmdlet = $page.BaseName; Number = $number; Code = $match.Groups[1].Value }
        }
    }
    $topics = (Get-ChildItem "$docs/about/about_*.md").BaseName
    $pages = Get-ChildItem "$docs/en-US/*.md" | ForEach-Object { @{ Cmdlet = $_.BaseName; Path = $_.FullName } }
}

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $docs = "$Repository/docs"

    # What stands under a heading of the second level of a page.
    function Get-Section([string] $Text, [string] $Heading) {
        $match = [regex]::Match($Text, "(?sm)^## $Heading\n(.*?)(?=^## |\z)")
        if (-not $match.Success) { throw "There is no section $Heading." }
        $match.Groups[1].Value.Trim()
    }

    function ConvertTo-OneLine([string] $Text) { ($Text -split '\s+' -ne '') -join ' ' }

    function Get-ExampleCode([string] $Text) { [regex]::Matches($Text, '(?s)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value } }
}

Describe 'Get-Help' {
    It 'shows <Cmdlet> with the synopsis and the examples of its page' -ForEach $pages {
        $text = [IO.File]::ReadAllText($Path)

        $help = Get-Help $Cmdlet -Full

        # Without help PowerShell writes the syntax where the synopsis would be.
        $help.Synopsis.Trim() | Should -Be (Get-Section $text SYNOPSIS)
        @($help.examples.example) | Should -HaveCount @(Get-ExampleCode $text).Count
    }

    It 'shows help in each length: <How>' -ForEach @(
        @{ How = @{ Full = $true }; Expected = 'PARAMETERS' }
        @{ How = @{ Examples = $true }; Expected = 'Halo \$\(\$_\.Nama\)' }
        @{ How = @{ Detailed = $true }; Expected = '-ThrottleLimit' }
        @{ How = @{ Parameter = 'Number' }; Expected = 'as people write it' }
    ) {
        Get-Help Send-ChataloMessage @How | Out-String | Should -Match $Expected
    }

    It 'knows the page online' {
        $address = 'https://github.com/chatalo/chatalo-powershell/blob/main/docs/en-US/Send-ChataloMessage.md'

        (Get-Help Send-ChataloMessage).relatedLinks.navigationLink[0].uri | Should -Be $address
    }

    It 'finds <_>' -ForEach $topics {
        $help = Get-Help $_

        $help.Category | Should -Be HelpFile
        "$help" | Should -BeLike "# $_*"
    }
}

# ./build.ps1 -Task Docs makes what Get-Help reads from the pages.
Describe 'The help pages' {
    It 'are one for each cmdlet' {
        (Get-ChildItem "$docs/en-US/*.md").BaseName | Sort-Object | Should -Be ((Get-Command -Module Chatalo).Name | Sort-Object)
    }

    It 'describe every parameter of <Cmdlet> with its type, and no other' -ForEach $pages {
        $section = Get-Section ([IO.File]::ReadAllText($Path)) PARAMETERS
        $own = (Get-Command $Cmdlet).Parameters.Values | Where-Object Name -NotIn ([System.Management.Automation.Cmdlet]::CommonParameters) |
            ForEach-Object { "$($_.Name) $($_.ParameterType.ToString())" } | Sort-Object

        $described = [regex]::Matches($section, '(?sm)^### -(\w+)$.*?^Type: (\S+)$') | ForEach-Object { "$($_.Groups[1].Value) $($_.Groups[2].Value)" } | Sort-Object

        # ProgressAction is common since version 7.4.
        $described | Should -Be ($own -notmatch '^ProgressAction ')
    }

    It 'have nothing to be filled in, and two to ten examples: <Cmdlet>' -ForEach $pages {
        $text = [IO.File]::ReadAllText($Path)

        $text | Should -Not -Match '\{\{'
        'SYNOPSIS', 'DESCRIPTION', 'OUTPUTS', 'RELATED LINKS' | ForEach-Object { Get-Section $text $_ | Should -Not -BeNullOrEmpty }
        @(Get-ExampleCode $text).Count | Should -BeIn (2..10)
    }

    It 'have links that lead somewhere: <Cmdlet>' -ForEach $pages {
        $base = 'https://github.com/chatalo/chatalo-powershell/blob/main/docs/'
        $text = [IO.File]::ReadAllText($Path)

        $links = (Get-Section $text 'RELATED LINKS') -split '\n'
        foreach ($link in $links) {
            $link.Contains($base) | Should -BeTrue
            Join-Path $docs $link.Substring($link.IndexOf($base) + $base.Length).TrimEnd(')') | Should -Exist
        }
        $text | Should -Match ([regex]::Escape("HelpUri: ${base}en-US/$Cmdlet.md`n"))
    }

    It 'are what Get-Help reads: <Cmdlet>' -ForEach $pages {
        $text = [IO.File]::ReadAllText($Path)
        [xml] $maml = [IO.File]::ReadAllText("$ModuleFolder/en-US/Chatalo.dll-Help.xml")
        $command = $maml.DocumentElement.ChildNodes | Where-Object { $_['command:details'].name -eq $Cmdlet }

        $command | Should -HaveCount 1
        $command['command:details']['maml:description'].InnerText.Trim() | Should -Be (Get-Section $text SYNOPSIS)
        ConvertTo-OneLine (($command['maml:description'].ChildNodes | ForEach-Object InnerText) -join ' ') | Should -Be (ConvertTo-OneLine (Get-Section $text DESCRIPTION))
        @($command.GetElementsByTagName('dev:code') | ForEach-Object { $_.InnerText -replace '\r' }) | Should -Be @(Get-ExampleCode $text)
        $described = [regex]::Matches((Get-Section $text PARAMETERS), '(?m)^### -(\w+)$') | ForEach-Object { $_.Groups[1].Value }
        $known = @($command['command:parameters'].ChildNodes | ForEach-Object { $_['maml:name'].InnerText })
        $described | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }

    It 'have their topics in the module: <_>' -ForEach $topics {
        [IO.File]::ReadAllText("$ModuleFolder/en-US/$_.help.txt") | Should -Be ([IO.File]::ReadAllText("$docs/about/$_.md"))
    }

    It 'have no topic in the module that is not there' {
        (Get-ChildItem "$ModuleFolder/en-US/about_*.help.txt").Name -replace '\.help\.txt$' | Sort-Object | Should -Be ((Get-ChildItem "$docs/about/about_*.md").BaseName | Sort-Object)
    }
}

# Every example of every page does what it says it does: it runs, against an emulator of its own, without an error.
Describe 'The examples' {
    BeforeAll {
        # Of other modules, with the emulator's keys.
        function Get-Secret { [pscredential]::new('EMULATOR-PUBLIC-KEY', (ConvertTo-SecureString EMULATOR-SECRET-KEY -AsPlainText -Force)) }
    }

    BeforeEach {
        $folder = New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())"
        'customers.csv', 'old.csv' | ForEach-Object { Set-Content "$folder/$_" 'Nama,No HP', 'Budi,0812-1111-2222' }
        Push-Location $folder
        $gateway = Start-ChataloEmulator -RateLimit 0
        $null = $gateway | Connect-Chatalo -Device 'Andi - CS'
        # Keys alone mean the vendor's gateway; here they are the emulator's.
        if ($Code -match 'EMULATOR-SECRET-KEY') { $PSDefaultParameterValues = @{ 'Connect-Chatalo:BaseUri' = $gateway.BaseUri } }
    }
    AfterEach {
        Pop-Location
        Stop-ChataloEmulator
    }

    It 'run: <Cmdlet>, <Number>' -ForEach $examples {
        $example = [scriptblock]::Create($Code)
        $run = Watch-Script $example

        $run.Errors | Should -BeNullOrEmpty
        $run.Thrown | Should -BeNullOrEmpty
    }
}
