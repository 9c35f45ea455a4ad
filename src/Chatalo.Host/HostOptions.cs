namespace Chatalo.Host;

/// <summary>What the command line asks for. The names and their meaning are those of <c>pwsh</c>.</summary>
internal sealed record HostOptions
{
    /// <summary>What <c>-Help</c> prints.</summary>
    public const string Help = """
        Chatalo.Host runs PowerShell's engine with the Chatalo module imported, for machines with only the .NET SDK.

          (nothing)                 run the demonstration, offline
          -Command <text>           run a command; everything after -Command is its text
          -File <script> [args]     run a script; everything after its path is its arguments
          -Interactive              a prompt; leave it with 'exit'
          -NoModule                 do not import the module
          -Help                     this text

        The module is found in out/Chatalo above the program, or where CHATALO_MODULE says (a folder or a .psd1).
        Exit codes: what 'exit n' says, else 0, or 1 after a failure, 64 for a wrong command line, 130 after Ctrl+C.
        Only the cmdlets of the engine itself are here: Where-Object and ForEach-Object are, Select-Object and Write-Host are not.
        """;

    /// <summary>What to do.</summary>
    public required HostAction Action { get; init; }

    /// <summary>The command's text, or the script's path.</summary>
    public string Text { get; init; } = "";

    /// <summary>The script's arguments, as they were typed.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Whether the module stays unimported.</summary>
    public bool NoModule { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="ArgumentException">An option is unknown or lacks its value; the message is fit to be shown.</exception>
    public static HostOptions Parse(IReadOnlyList<string> arguments)
    {
        var noModule = false;
        HostAction? action = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            // A command and a script take all that follows, so that its options are never read as ours.
            switch (arguments[i].TrimStart('-', '/').ToLowerInvariant())
            {
                case "command" or "c" when i + 1 < arguments.Count:
                    return new() { Action = HostAction.Command, Text = string.Join(' ', arguments.Skip(i + 1)), NoModule = noModule };
                case "file" or "f" when i + 1 < arguments.Count:
                    return new() { Action = HostAction.File, Text = arguments[i + 1], Arguments = [.. arguments.Skip(i + 2)], NoModule = noModule };
                case "command" or "c" or "file" or "f":
                    throw new ArgumentException($"'{arguments[i]}' needs a value.");
                case "interactive" or "i":
                    action = HostAction.Interactive;
                    break;
                case "nomodule":
                    noModule = true;
                    break;
                case "help" or "h" or "?":
                    return new() { Action = HostAction.Help };
                default:
                    throw new ArgumentException($"'{arguments[i]}' is not an option. See -Help.");
            }
        }

        return new() { Action = action ?? HostAction.Demo, NoModule = noModule };
    }
}
