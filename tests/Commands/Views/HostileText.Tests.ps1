# What strangers wrote, in names, messages and answers, never acts on the terminal of whoever looks at it.

BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    # A title, a bell, a cleared screen, a C1 control sequence, a text that is shown backwards.
    $hostile = [string]::Join('', [char] 27, ']0;owned', [char] 7, 'A', [char] 27, '[2J', [char] 0x9B, '1A', [char] 0x202E, 'b', [char] 0x2066, [char] 8)
    # Colours of the views themselves are fine.
    $acting = '[\x00-\x08\x0B\x0C\x0E-\x1A\x1C-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]|\x1B(?!\[[\d;]*m)'

    function Assert-Harmless($Object, [string] $Type) {
        $screens = [ordered] @{
            'by itself'          = $Object | Out-String -Width 200
            'with Format-Table'  = $Object | Format-Table | Out-String -Width 200
            'with -Wrap'         = $Object | Format-Table -Wrap | Out-String -Width 200
            'with Format-List'   = $Object | Format-List | Out-String -Width 200
            'with Format-Wide'   = $Object | Format-Wide | Out-String -Width 200
            'on a narrow screen' = $Object | Out-String -Width 40
            'in words'           = "$Object"
        }
        foreach ($screen in $screens.Keys) {
            $screens[$screen] -cmatch $acting | Should -BeFalse -Because "$Type $screen has: $([regex]::Escape($screens[$screen]))"
        }
    }

    function New-Hostile([type] $Type) {
        $made = $Type::new()
        foreach ($property in $Type.GetProperties() | Where-Object CanWrite) {
            if ($property.PropertyType -in [string], [object]) { $property.SetValue($made, $hostile) }
        }
        $made
    }

    if (Test-Path Variable:PSStyle) { $rendering = $PSStyle.OutputRendering; $PSStyle.OutputRendering = 'Ansi' }
    $gateway = Start-TestGateway
    $session = Connect-TestGateway $gateway
    $viewed = [xml] (Get-Content "$ModuleFolder/Chatalo.Format.ps1xml" -Raw) | ForEach-Object { $_.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName } | Sort-Object -Unique
}

AfterAll {
    if (Test-Path Variable:PSStyle) { $PSStyle.OutputRendering = $rendering }
    $gateway.Dispose()
}

Describe 'what strangers wrote' {
    It 'does not act on the terminal in any view of the objects that the gateway or a store fills' {
        $made = foreach ($name in $viewed) {
            $type = [type] $name
            if (-not $type.GetConstructor([type]::EmptyTypes)) { continue }
            Assert-Harmless (New-Hostile $type) $name
            $name
        }

        $made.Count | Should -BeGreaterThan 15
    }

    It 'does not act in the objects that only the module makes: <Name>' -ForEach @(
        @{ Name = 'code'; Script = { [Chatalo.QrCode]::new($hostile, $hostile, $null, "data:image/$hostile;base64,AAAA") } }
        @{ Name = 'chat link'; Script = { New-ChataloChatLink 081234567891 $hostile } }
        @{ Name = 'message at the emulator'; Script = { $null = Send-ChataloMessage 081234567891 $hostile -Url "http://example.com/$hostile"; Get-ChataloEmulatorMessage -Emulator $emulator } }
        @{ Name = 'profile with devices'; Script = {
                $account = New-Hostile Chatalo.Profile
                [Chatalo.Profile].GetProperty('AssignedDevices').SetValue($account, [Chatalo.Device[]] (New-Hostile Chatalo.Device))
                $account
            } }
        @{ Name = 'group with members'; Script = {
                $group = New-Hostile Chatalo.Group
                [Chatalo.Group].GetProperty('Members').SetValue($group, [Chatalo.GroupMember[]] (New-Hostile Chatalo.GroupMember))
                $group
            } }
        @{ Name = 'result of a row'; Script = {
                $result = New-Hostile Chatalo.SendResult
                [Chatalo.SendResult].GetProperty('InputObject').SetValue($result, [pscustomobject] @{ Nama = $hostile; Number = $hostile })
                $result
            } }
    ) {
        $emulator = Start-ChataloEmulator
        $null = if ($Name -like '*emulator') { $emulator | Connect-Chatalo -Device $ReadyDevice }
        $objects = & $Script
        $objects | Should -Not -BeNullOrEmpty
        $objects | ForEach-Object { Assert-Harmless $_ $Name }
        Stop-ChataloEmulator
        $null = Connect-TestGateway $gateway
    }

    It 'does not act in the session, whose account and device have such names' {
        $body = @{ data = @{ first_name = $hostile; last_name = $hostile; email = $hostile; plan = $hostile }; meta = @{ code = 200 } } | ConvertTo-Json -Depth 3
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = $body; Path = '/profile'; Count = 1 }
        $connected = Connect-Chatalo -PublicKey $gateway.Options.PublicKey -SecretKey $gateway.Options.SecretKey -BaseUri $gateway.BaseUri

        $connected.Account | Should -Match 'owned'
        Assert-Harmless $connected session
    }

    It 'does not act in errors, warnings, -WhatIf and -Verbose' {
        $names = @{ data = @(@{ id = 'd1'; name = $hostile; status = 'AUTHENTICATED'; is_api = 1 }); meta = @{ code = 200 } } | ConvertTo-Json -Depth 4
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 422; Body = (@{ message = $hostile; errors = @{ number = @($hostile) } } | ConvertTo-Json); Path = '/messages*'; Count = 1 }
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = $names; Path = '/device'; Count = 1 }
        $run = Watch-Script {
            Send-ChataloMessage 081234567891 Hi -Verbose
            Send-ChataloMessage $hostile Hi
            Get-ChataloContact $hostile
            Get-ChataloGroup $hostile
            $hostile | ConvertFrom-ChataloWebhook
            Get-ChataloDevice $hostile | Out-Null
        }
        $said = Invoke-AtPrompt ([scriptblock]::Create("Send-ChataloMessage 081234567891 '$hostile' -WhatIf | Out-String")) -Gateway $gateway

        $run.Errors.Count | Should -BeGreaterThan 3
        foreach ($text in @($run.Errors | ForEach-Object { "$_"; $_.ErrorDetails.RecommendedAction; $_.Exception.Message }) + $run.Warnings + $run.Verbose + $said.Text) {
            $text -cmatch $acting | Should -BeFalse -Because ([regex]::Escape($text))
        }
    }

    It 'is given to scripts as it came' {
        $message = @{ chat_id = '1'; sender = @{ name = $hostile; number = '628111' }; message = $hostile } | ConvertTo-Json | ConvertFrom-ChataloWebhook

        $message.Text | Should -BeExactly $hostile
        $message.Sender | Should -BeExactly $hostile
    }
}

Describe 'the views' {
    It 'show every text through Chatalo.View' {
        $texts = [string], [object], [uri]
        $raw = foreach ($view in ([xml] (Get-Content "$ModuleFolder/Chatalo.Format.ps1xml" -Raw)).Configuration.ViewDefinitions.View) {
            if ($view.WideControl) { continue }
            $type = [type] $view.ViewSelectedBy.TypeName
            foreach ($name in $view.SelectNodes('.//PropertyName')) {
                if ($type.GetProperty($name.InnerText).PropertyType -in $texts) { "$($view.Name): $($name.InnerText)" }
            }
            foreach ($script in $view.SelectNodes('.//ScriptBlock')) {
                foreach ($used in [regex]::Matches($script.InnerText, '\$_\.(\w+)')) {
                    $property = $type.GetProperty($used.Groups[1].Value)
                    if ($property.PropertyType -in $texts -and $script.InnerText -notmatch '^\[Chatalo\.View\]::(Line|Plain|Text|Status)\(') { "$($view.Name): $($script.InnerText)" }
                }
            }
        }

        $raw | Should -BeNullOrEmpty
    }
}
