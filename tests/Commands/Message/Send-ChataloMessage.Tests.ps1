BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Send-ChataloMessage' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
    }
    AfterEach { $gateway.Dispose() }

    It 'says all of the message in its result' {
        $result = Send-ChataloMessage 0812-3456-7891 'Halo {Nama}'

        $result | Should -BeOfType Chatalo.SendResult
        $result.Outcome | Should -Be Sent
        $result.Number | Should -Be '+6281234567891'
        $result.GroupId | Should -BeNullOrEmpty
        $result.DeviceId | Should -Be $ReadyDevice
        $result.Type | Should -Be Text
        $result.Message | Should -Be 'Halo {Nama}'
        $result.StatusCode | Should -Be 200
        $result.Reason | Should -BeNullOrEmpty
        $gateway.Messages.Message | Should -Be 'Halo {Nama}'
    }

    It 'sends <Type> for <Parameter>' -ForEach @(
        @{ Type = 'text'; Parameter = @{ Message = 'Hi' }; Text = 'Hi'; Url = $null }
        @{ Type = 'caption'; Parameter = @{ Message = 'Hi'; Url = 'https://files.example/a.pdf' }; Text = 'Hi'; Url = 'https://files.example/a.pdf' }
        @{ Type = 'file'; Parameter = @{ Url = 'http://files.example/a.pdf' }; Text = $null; Url = 'http://files.example/a.pdf' }
        @{ Type = 'file'; Parameter = @{ Message = ''; Url = 'http://files.example/a.pdf' }; Text = $null; Url = 'http://files.example/a.pdf' }
    ) {
        (Send-ChataloMessage $Number @Parameter).Outcome | Should -Be Sent

        $message = $gateway.Messages
        $message.Type | Should -Be $Type
        $message.Message | Should -Be $Text
        $message.Url | Should -Be $Url
    }

    It 'asks before it sends with -Confirm, and skips after a no' {
        $said = Invoke-AtPrompt { (@('081234567891', '081234567892') | Send-ChataloMessage -Message Hi -Confirm).Outcome } -Answer y, n -Gateway $gateway

        $said.Text | Should -Match 'Hi'
        $said.Lines[-2..-1] | Should -Be Sent, Skipped
        $gateway.Messages | Should -HaveCount 1
    }

    It 'refuses <Parameter> before the first input' -ForEach @(
        @{ Parameter = @{ Message = 'a'; Template = 'b' } }
        @{ Parameter = @{ Template = '{Nama' } }
        @{ Parameter = @{ Message = 'a'; Interval = 'soon' } }
        @{ Parameter = @{ Message = 'a'; GroupId = '1-2' } }
    ) {
        $run = Watch-Script { Send-ChataloMessage -Number 081234567891 @Parameter }

        $null = Assert-OneError $run InvalidInput InvalidArgument
        $run.Output | Should -BeNullOrEmpty
        Get-TestRequest $gateway | Should -BeNullOrEmpty
    }
}
