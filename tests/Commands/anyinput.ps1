# Inputs of every kind, made at random: a file begins with   . "$PSScriptRoot/../anyinput.ps1"

$AnyNames = 'Number', 'Phone', 'No HP', 'Nomor', 'Device', 'DeviceId', 'GroupId', 'Message', 'Url', 'Session', 'InputObject', 'Template', 'Reason', 'Outcome', 'Nama', 'Type'

# Whatever a file, a database, a web service or a script can put into a property.
function New-AnyValue([random] $Random) {
    switch ($Random.Next(20)) {
        0 { $null } 1 { '' } 2 { '  ' } 3 { [DBNull]::Value } 4 { "0812345678$($Random.Next(10, 99))" } 5 { 6281234560000 + $Random.Next(9999) } 6 { [double] 6.2812E+12 } 7 { [double]::NaN }
        8 { , @('081234567891', 'x') } 9 { @{ a = 1 } } 10 { [pscustomobject] @{ Id = 'x' } } 11 { { throw 'no' } } 12 { [datetime]::MaxValue } 13 { $true } 14 { [uri] 'https://x.example/y' }
        15 { [xml] '<a>b</a>' } 16 { 'Andi - CS' } 17 { [char] 'x' } 18 { 'https://x.example/y' } 19 { [version] '1.2' }
    }
}

function New-AnyInput([random] $Random) {
    switch ($Random.Next(14)) {
        0 { , $null } 1 { "0812345678$($Random.Next(10, 99))" } 2 { 6281234560000 + $Random.Next(9999) } 3 { @{ Number = '081234567891'; Device = '' } } 4 { 'abc' } 5 { [double] 81234567890.5 }
        6 { , @('081234567891', '081234567892') } 7 { Get-Date } 8 { , [Chatalo.SendResult]::new() } 9 { [Exception]::new('x') }
        default {
            $row = [pscustomobject] @{}
            foreach ($name in $AnyNames | Where-Object { $Random.Next(3) -eq 0 }) {
                if ($Random.Next(12) -eq 0) { $row | Add-Member ScriptProperty $name { throw "the property broke" } }
                else { $row | Add-Member NoteProperty $name (New-AnyValue $Random) }
            }
            $row
        }
    }
}

function New-AnyList([int] $Seed, [int] $Count) {
    $random = [random]::new($Seed)
    $list = [Collections.Generic.List[object]]::new()
    while ($list.Count -lt $Count) { $list.Add((New-AnyInput $random)) }
    , $list
}
