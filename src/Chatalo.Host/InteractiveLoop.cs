using System.Management.Automation.Language;

namespace Chatalo.Host;

/// <summary>Reads statements and runs them, until <c>exit</c> or the end of input.</summary>
internal sealed class InteractiveLoop(EngineRunner engine, ConsoleHost host, ConsoleUi ui)
{
    private const string Prompt = "PS chatalo> ";
    private const string MorePrompt = ">> ";

    private readonly List<string> _history = [];
    private readonly TabCompletion _completion = new(engine);

    /// <summary>Runs the loop; as a nested one if a command is running.</summary>
    public void Run()
    {
        while (!host.ShouldLeavePrompt && TryReadStatement(out var statement))
        {
            if (!string.IsNullOrWhiteSpace(statement))
            {
                engine.RunText(statement);
            }
        }
    }

    // An empty statement is one that Ctrl+C took back.
    private bool TryReadStatement(out string statement)
    {
        statement = "";
        try
        {
            for (var prompt = Prompt; ; prompt = MorePrompt)
            {
                if (ui.ReadPromptLine(prompt, _history, _completion.Next) is not { } line)
                {
                    return statement.Length > 0;
                }

                if (!string.IsNullOrWhiteSpace(line))
                {
                    _history.Add(line);
                }

                statement += (statement.Length > 0 ? "\n" : "") + line;
                // An empty line ends even what is incomplete: there must be a way out of a forgotten brace.
                if (line.Length == 0 || IsComplete(statement))
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            ui.WriteLine();
            statement = "";
            return true;
        }
    }

    private static bool IsComplete(string statement)
    {
        Parser.ParseInput(statement, out _, out var errors);
        return !errors.Any(static e => e.IncompleteInput);
    }
}
