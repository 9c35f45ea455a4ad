using System.Net;
using System.Reflection;
using System.Text;

namespace Chatalo.DesktopClient;

/// <summary>
/// FOLDER BASE-ADDRESS PUBLIC-KEY SECRET-KEY DEVICE TIMEOUT-SECONDS: loads the module in the folder as Windows PowerShell does, and answers
/// each line of its input, in which tabs separate a command and its arguments, with a line of its output.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // As in a Windows PowerShell on a machine without newer settings.
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls | SecurityProtocolType.Tls11;
        LoadModule(args[0]);
        return Answer(args);
    }

    // PowerShell finds the cmdlets in the assembly that it is given. This program was compiled with the types it uses, and finds them like this.
    private static void LoadModule(string folder)
    {
        AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => asked.RequestingAssembly == typeof(Program).Assembly
            ? Assembly.LoadFrom(Path.Combine(folder, new AssemblyName(asked.Name).Name + ".dll"))
            : null;

        var loader = Assembly.LoadFrom(Path.Combine(folder, "Chatalo.Loader.dll"));
        loader.GetType("Chatalo.Loader.ModuleAssembly", throwOnError: true)!
            .GetMethod("Load", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [folder]);
    }

    private static int Answer(string[] args)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        using var prompt = new ClientPrompt(args);
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(prompt.AnswerAsync(line.Split('\t')).GetAwaiter().GetResult());
        }

        return 0;
    }
}
