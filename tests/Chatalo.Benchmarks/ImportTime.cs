using System.Globalization;
using System.Text.RegularExpressions;

namespace Chatalo.Benchmarks;

/// <summary>
/// What the module costs at the prompt: whole processes, started in turns, so that a busy machine slows all of them alike. Shown are
/// medians, and the median of the ratios to the neighbouring bare start.
/// </summary>
internal static class ImportTime
{
    private const string Bare = "$null = 1";
    private const string Peak = "; $p = [System.Diagnostics.Process]::GetCurrentProcess(); [Console]::WriteLine(\"$($p.PeakWorkingSet64) $([System.Runtime.JitInfo]::GetCompiledMethodCount($false))\")";

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 15;
        var prompt = Prompt.Find();
        using var emulator = EmulatorProcess.Start("--limit", "0");
        var folder = Directory.CreateTempSubdirectory("chatalo-");
        try
        {
            // What an import cannot do without: the engine's own, then reading the cmdlets' attributes, then the views.
            var module = Path.GetDirectoryName(Repository.Module)!;
            var plain = $"RootModule = '{Path.Combine(module, "bin/Core/Chatalo.dll")}'; {await CmdletsAsync()}";
            var nothing = await ManifestAsync(folder.FullName, "Nothing", "CmdletsToExport = @()");
            var cmdlets = await ManifestAsync(folder.FullName, "Cmdlets", plain);
            var views = await ManifestAsync(folder.FullName, "Views", $"{plain}; FormatsToProcess = '{Path.Combine(module, "Chatalo.Format.ps1xml")}'");
            var import = $"Import-Module '{Repository.Module}'";
            var keys = $"-PublicKey EMULATOR-PUBLIC-KEY -SecretKey EMULATOR-SECRET-KEY -BaseUri {emulator.BaseUri} -SkipCheck";
            const string device = "c7276ae0-c306-4896-8fda-000000000001";
            Console.WriteLine($"{prompt.Name}, {rounds} rounds");
            List<(string Name, string Command)> cases =
            [
                ("bare start", Bare),
                ("an empty module", $"Import-Module '{nothing}'"),
                ("Chatalo.dll by itself", $"Import-Module '{cmdlets}'"),
                ("Chatalo.dll and the views", $"Import-Module '{views}'"),
                ("Chatalo", import),
                ("Chatalo, first send", $"{import}; $null = Connect-Chatalo {keys} -Device {device}; $null = Send-ChataloMessage -Number 6281234567890 -Message Halo"),
            ];
            if (prompt.IsPowerShell)
            {
                cases.Add(("Invoke-RestMethod's first", "$null = Invoke-RestMethod -Method Post -ContentType application/json "
                    + $"-Uri {emulator.BaseUri}/messages -Headers @{{ 'X-Public-Key' = 'EMULATOR-PUBLIC-KEY'; 'X-Secret-Key' = 'EMULATOR-SECRET-KEY' }} "
                    + $"-Body (@{{ device_id = '{device}'; number = '6281234567890'; type = 'text'; message = 'Halo' }} | ConvertTo-Json)"));
            }

            await CompareAsync(prompt, rounds, cases);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<string> CmdletsAsync() =>
        Regex.Match(await File.ReadAllTextAsync(Repository.Module), @"CmdletsToExport\s*=\s*@\(.*?\)", RegexOptions.Singleline).Value;

    private static async Task<string> ManifestAsync(string folder, string name, string entries)
    {
        var path = Path.Combine(folder, name + ".psd1");
        await File.WriteAllTextAsync(path, $"@{{ ModuleVersion = '1.0'; FunctionsToExport = @(); AliasesToExport = @(); {entries} }}");
        return path;
    }

    private static async Task CompareAsync(Prompt prompt, int rounds, List<(string Name, string Command)> cases)
    {
        var times = cases.ToDictionary(static c => c.Name, static _ => new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            foreach (var (name, command) in cases)
            {
                var (milliseconds, _) = await prompt.RunAsync(command);
                // The first round reads the files from the disk.
                if (round >= 0)
                {
                    times[name].Add(milliseconds);
                }
            }
        }

        var bare = times[cases[0].Name];
        double? bareMemory = null;
        foreach (var (name, command) in cases)
        {
            var own = times[name];
            var (_, output) = await prompt.RunAsync(command + Peak);
            var figures = output.Split(' ');
            var memory = double.Parse(figures[0], CultureInfo.InvariantCulture) / 1048576;
            bareMemory ??= memory;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-26} {Median(own),6:0} ms, at best {own.Min(),5:0} ms, {Median(own.Zip(bare, static (a, b) => a / b)),5:0.00} of a bare start, peak {memory,5:0.0} MiB (+{memory - bareMemory:0.0}), {figures[1]} methods compiled"));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
