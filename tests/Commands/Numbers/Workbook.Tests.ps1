BeforeAll {
    . "$PSScriptRoot/../common.ps1"
    $list = "$PSScriptRoot/Assets/60-number-text.xlsx"
}

Describe 'a workbook with numbers that were typed as text' {
    BeforeEach {
        $gateway = Start-TestGateway
        $null = Connect-TestGateway $gateway -Parameter @{ Device = $ReadyDevice; DefaultRegion = 'ID' }
    }
    AfterEach { $gateway.Dispose() }

    # A no-break space behind the one, marks of direction and no-break hyphens in the other; two numbers, an alternative and a count in the rest.
    It 'reaches the people whose number is sure, and refuses the others with their rows' {
        $run = Watch-Script { Import-ChataloContact $list | Send-ChataloMessage -Template 'Halo {Nama}' }

        $gateway.Messages.Number | Should -Be '628123456782', '628123456781'
        $run.Errors | Should -HaveCount 3
        "$($run.Errors[0])" | Should -BeLike '*more than one number*'
        "$($run.Errors[1])" | Should -BeLike '*digits behind*'
        "$($run.Errors[2])" | Should -BeLike '*digits behind*'
    }
}
