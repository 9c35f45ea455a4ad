# A gateway that is no emulator, for the tests of this folder: it answers what the vendor's collection documents, and misbehaves when it is told to.
# Its C# is of version 5, which Windows PowerShell compiles.
Add-Type -Path (Get-Item "$PSScriptRoot/Rogue*.cs").FullName

# What a download gives.
$Media = 'the media'

<#
.SYNOPSIS
    The requests of the vendor's collection: what is to be asked, and an example of what is answered.
.OUTPUTS
    Name (its folders and name, such as 'Device/Edit Device'), Method, Path, QueryNames, Body (an object, or $null), Answer (a text, or $null).
#>
function Get-DocumentedRequest {
    $base = 'https://chatalo.com/api/v1'
    $waiting = [Collections.Generic.Queue[object]]::new()
    $waiting.Enqueue(@('', [IO.File]::ReadAllText("$PSScriptRoot/chatalo-api.postman_collection.json") | ConvertFrom-Json))
    while ($waiting.Count) {
        $prefix, $folder = $waiting.Dequeue()
        foreach ($item in $folder.item) {
            if ($item.item) {
                $waiting.Enqueue(@("$prefix$($item.name)/", $item))
                continue
            }

            $url = if ($item.request.url -is [string]) { $item.request.url } else { $item.request.url.raw }
            if (-not $url.StartsWith($base)) { continue }
            $path, $query = $url.Substring($base.Length) -split '\?'
            [pscustomobject] @{
                Name = $prefix + $item.name; Method = $item.request.method; Path = $path
                QueryNames = @($query -split '&' | Where-Object { $_ } | ForEach-Object { ($_ -split '=')[0] })
                Body = if ($item.request.body.raw) { $item.request.body.raw | ConvertFrom-Json }
                Answer = if ($item.response) { $item.response[0].body }
            }
        }
    }
}

<#
.SYNOPSIS
    A server that answers each documented request with its example, status 200 and no more than the headers HTTP asks for. What is given before is answered first.
#>
function Start-RogueServer([Chatalo.Tests.RogueReply[]] $Before = @()) {
    $documented = foreach ($request in Get-DocumentedRequest) {
        [Chatalo.Tests.RogueReply] @{
            Method = $request.Method
            Path = ($request.Path -split '/' | ForEach-Object { if ($_ -like ':*') { '[^/]+' } else { [regex]::Escape($_) } }) -join '/'
            # Requests of one path differ by the type in their bodies.
            Body = if ($request.Body.type) { '"type"\s*:\s*"' + $request.Body.type + '"' } else { [NullString]::Value }
            ContentType = if ($request.Answer) { 'application/json' } else { 'image/jpeg' }
            Content = if ($request.Answer) { $request.Answer } else { $Media }
        }
    }
    [Chatalo.Tests.RogueServer]::new([Chatalo.Tests.RogueReply[]] (@($Before) + @($documented)))
}
