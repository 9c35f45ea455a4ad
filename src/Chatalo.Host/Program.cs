using System.Text;
using Chatalo.Host;

HostOptions options;
try
{
    options = HostOptions.Parse(args);
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCode.Usage;
}

if (options.Action == HostAction.Help)
{
    Console.WriteLine(HostOptions.Help);
    return ExitCode.Success;
}

// QR codes and names of people need more than a code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var ctrlC = new CtrlC();
var ui = new ConsoleUi(new ConsoleInput(ctrlC), new ConsoleOutput());
var host = new ConsoleHost(ui);
using var engine = new EngineRunner(host, ui, ctrlC);
if (!options.NoModule)
{
    string module;
    try
    {
        module = ModuleLocator.Find(AppContext.BaseDirectory, Environment.GetEnvironmentVariable("CHATALO_MODULE"));
    }
    catch (FileNotFoundException missing)
    {
        Console.Error.WriteLine(missing.Message);
        return ExitCode.Failure;
    }

    if (!engine.Import(module))
    {
        return ExitCode.Failure;
    }
}

var script = options.Action == HostAction.Demo ? Path.Combine(AppContext.BaseDirectory, "demo.ps1") : Path.GetFullPath(options.Text is "" ? "." : options.Text);
switch (options.Action)
{
    case HostAction.Command:
        return engine.RunText(options.Text);
    case HostAction.Interactive:
        var loop = new InteractiveLoop(engine, host, ui);
        host.NestedPrompt = () => ctrlC.Guard(null, loop.Run);
        loop.Run();
        return host.ExitCode ?? ExitCode.Success;
    default:
        if (!File.Exists(script))
        {
            Console.Error.WriteLine($"There is no script '{script}'.");
            return ExitCode.Usage;
        }

        return engine.RunFile(script, options.Arguments);
}
