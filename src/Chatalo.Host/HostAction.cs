namespace Chatalo.Host;

/// <summary>The things the program can be asked to do.</summary>
internal enum HostAction
{
    /// <summary>Run the demonstration script beside the program.</summary>
    Demo,

    /// <summary>Run the text of a command.</summary>
    Command,

    /// <summary>Run a script file.</summary>
    File,

    /// <summary>Show a prompt until <c>exit</c>.</summary>
    Interactive,

    /// <summary>Print how to call the program.</summary>
    Help,
}
