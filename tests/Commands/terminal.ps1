# A real terminal for tests: PowerShell in tmux, in a window of a given size, and a picture of what stands in it. A file begins with
#     . "$PSScriptRoot/../terminal.ps1"

$HasTerminal = $IsLinux -and @(Get-Command tmux, zbarimg -CommandType Application -ErrorAction Ignore | Select-Object -Unique Name).Count -eq 2

<#
.SYNOPSIS
    Starts a PowerShell in a terminal of its own, connected to a gateway.
.OUTPUTS
    The terminal's name, for the other functions.
#>
function Start-Terminal([int] $Columns, [int] $Rows, $Gateway, [hashtable] $Environment = @{}) {
    $name = "chatalo-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
    $script = "$TestDrive/$name.ps1"
    @(
        "Import-Module '$ModuleFolder/Chatalo.psd1'"
        "function prompt { 'PS> ' }"
        "`$null = Connect-Chatalo -PublicKey $($Gateway.Options.PublicKey) -SecretKey $($Gateway.Options.SecretKey) -BaseUri $($Gateway.BaseUri) -Device $ReadyDevice -SkipCheck"
        "Clear-Host"
    ) | Set-Content $script
    $program = "'$(@(Get-PowerShellCommand) -join "' '")' -NoProfile -NoLogo -NoExit -File '$script'"
    # An installed PSReadLine draws predictions; the screen is to have only what the module and the prompt write.
    $set = foreach ($key in $Environment.Keys) { '-e'; "$key=$($Environment[$key])" }
    tmux -L $name new-session -d -x $Columns -y $Rows -e POWERSHELL_UPDATECHECK=Off @set $program
    Wait-Until "a prompt in the terminal: $(Get-Screenshot $name)" { @(Get-Screenshot $name) -match '^PS>' }
    $name
}

<#
.SYNOPSIS
    Types a line, as a user does.
#>
function Send-TerminalLine([string] $Terminal, [string] $Line) {
    tmux -L $Terminal send-keys -l $Line
    tmux -L $Terminal send-keys Enter
}

<#
.SYNOPSIS
    What stands in the terminal, line by line; with -Colours with its colour sequences.
#>
function Get-Screenshot([string] $Terminal, [switch] $Colours) {
    if ($Colours) { tmux -L $Terminal capture-pane -p -e -N } else { tmux -L $Terminal capture-pane -p }
}

<#
.SYNOPSIS
    Ends the terminal with all that runs in it.
#>
function Stop-Terminal([string] $Terminal) {
    if ($Terminal) { tmux -L $Terminal kill-server 2>$null }
}

if ($HasTerminal -and -not ('TerminalPhoto' -as [type])) {
    Add-Type @'
using System.Collections.Generic;
using System.IO;
using System.Text;

/// Draws the text of a terminal, with its colour sequences, as a picture: half blocks, spaces and grey for any other character.
public static class TerminalPhoto
{
    private const int Half = 8;

    public static void Save(string[] lines, int columns, byte ink, byte paper, string path)
    {
        var rows = new List<byte[]>();
        // tmux writes a colour where it changes, not again on the next line.
        byte nowInk = ink, nowPaper = paper;
        foreach (var line in lines) { Draw(line, columns, ink, paper, ref nowInk, ref nowPaper, rows); }
        using (var file = File.Create(path))
        {
            var head = Encoding.ASCII.GetBytes("P5\n" + (columns * Half) + " " + (rows.Count * Half) + "\n255\n");
            file.Write(head, 0, head.Length);
            foreach (var row in rows)
            {
                for (var i = 0; i < Half; i++) { foreach (var cell in row) { for (var j = 0; j < Half; j++) { file.WriteByte(cell); } } }
            }
        }
    }

    private static void Draw(string line, int columns, byte ink, byte paper, ref byte nowInk, ref byte nowPaper, List<byte[]> rows)
    {
        byte[] upper = new byte[columns], lower = new byte[columns];
        for (var c = 0; c < columns; c++) { upper[c] = paper; lower[c] = paper; }
        var column = 0;
        for (var i = 0; i < line.Length && column < columns; i++)
        {
            if (line[i] == '\x1b')
            {
                var end = i;
                while (!char.IsLetter(line[end])) { end++; }
                Apply(line.Substring(i + 2, end - i - 2).Split(';'), ink, paper, ref nowInk, ref nowPaper);
                i = end;
                continue;
            }

            var grey = (byte)((nowInk + nowPaper) / 2);
            switch (line[i])
            {
                case ' ': upper[column] = nowPaper; lower[column] = nowPaper; break;
                case '\u2588': upper[column] = nowInk; lower[column] = nowInk; break;
                case '\u2580': upper[column] = nowInk; lower[column] = nowPaper; break;
                case '\u2584': upper[column] = nowPaper; lower[column] = nowInk; break;
                default: upper[column] = grey; lower[column] = grey; break;
            }
            column++;
        }
        rows.Add(upper);
        rows.Add(lower);
    }

    private static void Apply(string[] codes, byte ink, byte paper, ref byte nowInk, ref byte nowPaper)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i].Length == 0 ? 0 : int.Parse(codes[i]);
            if (code == 0) { nowInk = ink; nowPaper = paper; }
            else if (code == 39) { nowInk = ink; }
            else if (code == 49) { nowPaper = paper; }
            else if (code == 38 && i + 2 < codes.Length) { nowInk = codes[i + 2] == "16" ? (byte)0 : (byte)255; i += 2; }
            else if (code == 48 && i + 2 < codes.Length) { nowPaper = codes[i + 2] == "16" ? (byte)0 : (byte)255; i += 2; }
        }
    }
}
'@
}

<#
.SYNOPSIS
    The text of the QR code that stands in the terminal, as zbarimg reads it off a picture of the window; nothing where it reads none.
.PARAMETER Light
    The terminal is dark on light.
#>
function Read-TerminalCode([string] $Terminal, [int] $Columns, [switch] $Light) {
    $picture = "$TestDrive/$Terminal.pgm"
    $ink, $paper = if ($Light) { 20, 250 } else { 204, 12 }
    [TerminalPhoto]::Save([string[]] (Get-Screenshot $Terminal -Colours), $Columns, $ink, $paper, $picture)
    zbarimg --quiet --raw --nodbus -Sdisable '-Sqrcode.enable' $picture 2>$null
}
