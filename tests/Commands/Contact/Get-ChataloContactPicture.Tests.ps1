BeforeAll { . "$PSScriptRoot/../common.ps1" }

Describe 'Get-ChataloContactPicture' {
    BeforeEach {
        $gateway = Start-TestGateway
        $session = Connect-TestGateway $gateway
        $folder = (New-Item -ItemType Directory "$TestDrive/$([guid]::NewGuid())").FullName
    }
    AfterEach { $gateway.Dispose() }

    It 'shows where the picture is' {
        $picture = Get-ChataloContactPicture 081234567891

        $picture | Should -BeOfType Chatalo.ContactPicture
        $picture.Number | Should -Be '+6281234567891'
        $picture.Url | Should -BeLike '*/files/6281234567891'
    }

    It 'saves it as the file of -OutFile' {
        $file = Join-Path $folder me.png

        (Get-ChataloContactPicture 081234567891 -OutFile $file).FullName | Should -Be $file

        [IO.File]::ReadAllBytes($file)[0..3] | Should -Be 0x89, 0x50, 0x4E, 0x47
    }

    It 'saves those of contacts in a folder, by their numbers' {
        $saved = Get-ChataloContact -First 3 | Get-ChataloContactPicture -Destination (Join-Path $folder new)

        $saved | Should -HaveCount 3
        $saved.FullName | Should -Contain (Join-Path (Join-Path $folder new) 6287858270101.png)
    }

    It 'does not send the keys to where the picture is' {
        # Only the gateway's own answer says where that is, and it may be anybody's machine.
        $elsewhere = Start-TestGateway
        try {
            Add-TestFault $gateway @{
                Kind = 'Status'; StatusCode = 200; Path = '/contacts/picture'; Body = "{`"data`":{`"number`":`"6281234567891`",`"url`":`"$($elsewhere.BaseUri)/profile`"},`"meta`":{`"code`":200}}"
            }

            Get-ChataloError NotFound ObjectNotFound { Get-ChataloContactPicture 081234567891 -Destination $folder }

            $elsewhere.Requests.StatusCode | Should -Be 403
            Get-ChildItem $folder | Should -BeNullOrEmpty
        }
        finally { $elsewhere.Dispose() }
    }

    It 'does not fetch <_>' -ForEach 'file:///etc/passwd', 'http://192.0.2.7/picture.png', 'ftp://192.0.2.7/picture.png', '../../etc/passwd' {
        Add-TestFault $gateway @{ Kind = 'Status'; StatusCode = 200; Body = "{`"data`":{`"number`":`"6281234567891`",`"url`":`"$_`"},`"meta`":{`"code`":200}}" }

        Get-ChataloError UnexpectedAnswer ProtocolError { Get-ChataloContactPicture 081234567891 -Destination $folder }

        Get-ChildItem $folder | Should -BeNullOrEmpty
    }

    It 'saves in the folder, when the gateway says that the number is <_>' -ForEach '../../6281234567891', '/tmp/x', 'C:\\x', 'CON', 'a\u0000b' {
        $inside = Join-Path $folder inside
        $origin = $gateway.BaseUri.GetLeftPart('Authority')
        Add-TestFault $gateway @{
            Kind = 'Status'; StatusCode = 200; Path = '/contacts/picture'; Body = "{`"data`":{`"number`":`"$_`",`"url`":`"$origin/files/6281234567891`"},`"meta`":{`"code`":200}}"
        }

        (Get-ChataloContactPicture 081234567891 -Destination $inside).DirectoryName | Should -Be $inside

        (Get-ChildItem $folder).FullName | Should -Be $inside
    }

    It 'says so when there is none' {
        (Get-ChataloContactPicture 081234560000).Url | Should -BeNullOrEmpty

        Get-ChataloError NotFound ObjectNotFound { Get-ChataloContactPicture 081234560000 -Destination $folder }
    }

    It 'overwrites a file only with -Force' {
        $file = Join-Path $folder me.png
        Set-Content $file mine

        Get-ChataloError InvalidInput InvalidArgument { Get-ChataloContactPicture 081234567891 -OutFile $file }
        Get-Content $file | Should -Be mine

        $null = Get-ChataloContactPicture 081234567891 -OutFile $file -Force
        (Get-Item $file).Length | Should -BeGreaterThan 20
    }
}
