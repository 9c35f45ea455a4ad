BeforeAll { . "$PSScriptRoot/../common.ps1" }

# Links need no session.
Describe 'New-ChataloChatLink' {
    It 'makes <Url>' -ForEach @(
        @{ Parameter = @{ Number = '081234567891' }; Url = 'https://wa.me/6281234567891' }
        @{ Parameter = @{ Number = '+65 9123 4567' }; Url = 'https://wa.me/6591234567' }
        @{ Parameter = @{ Number = '91234567'; DefaultRegion = 'SG' }; Url = 'https://wa.me/6591234567' }
        @{ Parameter = @{ Number = '081234567891'; Message = 'Halo & hi?' }; Url = 'https://wa.me/6281234567891?text=Halo%20%26%20hi%3F' }
    ) {
        $link = New-ChataloChatLink @Parameter

        $link | Should -BeOfType Chatalo.ChatLink
        $link.Url | Should -Be $Url
    }

    It 'saves its code, and overwrites no file without -Force' {
        $file = "$TestDrive/link.svg"

        $null = New-ChataloChatLink 081234567891 -OutFile $file

        Get-Content $file -Raw | Should -BeLike '<*'
        Get-ChataloError InvalidInput InvalidArgument { New-ChataloChatLink 081234567891 -OutFile $file }
    }

    It 'has an error for a wrong number, beside the other links' {
        $run = Watch-Script { '081234567891', 'abc' | ForEach-Object { [pscustomobject] @{ Phone = $_ } } | New-ChataloChatLink }

        $run.Output | Should -HaveCount 1
        (Assert-OneError $run InvalidInput InvalidArgument).TargetObject | Should -Be abc
    }
}
