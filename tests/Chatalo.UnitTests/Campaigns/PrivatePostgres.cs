using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Chatalo.Testing;

/// <summary>A PostgreSQL of the tests' own: made of the machine's programs in a temporary folder, on a free port, never as root.</summary>
public sealed class PrivatePostgres : IDisposable
{
    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<PrivatePostgres> LazyShared = new(StartShared);

    private readonly string _folder = Directory.CreateTempSubdirectory("chatalo-pg-").FullName;
    private bool _isRunning;

    private readonly string _settings;

    private PrivatePostgres(PrivatePostgres? primary = null, string settings = "")
    {
        Port = FreePort();
        _settings = settings;
        if (Account is { } account)
        {
            Execute("chown", account, _folder);
        }

        if (primary is null)
        {
            Execute(Path.Combine(Programs!, "initdb"), "-D", Data, "-U", "chatalo", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        }
        else
        {
            Execute(
                Path.Combine(Programs!, "pg_basebackup"), "-h", "127.0.0.1", "-p", primary.Port.ToString(CultureInfo.InvariantCulture), "-U", "chatalo", "-D", Data, "-R", "-c", "fast", "--no-sync");
        }

        Start();
    }

    /// <summary>Why there can be none; null when there can.</summary>
    public static string? Missing => Programs is null ? "there is no PostgreSQL on this machine (initdb and pg_ctl were not found)" : null;

    /// <summary>Whether a missing PostgreSQL is a failure: where one was to be installed.</summary>
    public static bool IsRequired => Environment.GetEnvironmentVariable("CHATALO_REQUIRE_POSTGRES") == "1";

    /// <summary>One for all tests of the process, stopped at its end.</summary>
    public static PrivatePostgres Shared => LazyShared.Value;

    public int Port { get; }

    /// <summary>The connection string of its one database.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={Port};Database=postgres;Username=chatalo;Password=not-checked";

    private string Data => Path.Combine(_folder, "data");

    // PostgreSQL refuses to run as root.
    private static string? Account => Environment.UserName != "root" || OperatingSystem.IsWindows() ? null
        : File.ReadLines("/etc/passwd").Any(static l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>Starts one that a test may stop and start.</summary>
    public static PrivatePostgres StartNew() => new();

    /// <summary>Starts a standby of it, in recovery until it is promoted.</summary>
    /// <param name="isHot">Whether it answers reads meanwhile; one that is not refuses connections as a server that starts.</param>
    public PrivatePostgres StartStandby(bool isHot) => new(this, isHot ? "-c hot_standby=on" : "-c hot_standby=off");

    /// <summary>Ends the recovery of a standby.</summary>
    public void Promote() => Execute(Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-w", "promote");

    public void Start()
    {
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -c port={Port} -c unix_socket_directories='' -c fsync=off -c max_connections=60 {_settings}");
        Execute(Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-l", Path.Combine(_folder, "log"), "-o", options, _settings.Contains("hot_standby=off") ? "-W" : "-w", "start");
        _isRunning = true;
    }

    /// <summary>Stops it as a crash does: connections break without a word.</summary>
    public void Stop()
    {
        _isRunning = false;
        Execute(Path.Combine(Programs!, "pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
    }

    public void Dispose()
    {
        if (_isRunning)
        {
            Stop();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static PrivatePostgres StartShared()
    {
        var server = new PrivatePostgres();
        if (OperatingSystem.IsWindows())
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
            return server;
        }

        // The runner gives its process no time to clean up, and may be killed: a shell waits for its end.
        using var cleaner = Process.Start("sh", ["-c",
            "while kill -0 $0 2>/dev/null; do sleep 1; done; kill -QUIT $(head -n 1 \"$1/data/postmaster.pid\"); sleep 2; rm -rf \"$1\"",
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture), server._folder]);
        return server;
    }

    private static string? FindPrograms()
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        var versions = new[] { "/usr/lib/postgresql", @"C:\Program Files\PostgreSQL" }
            .Where(Directory.Exists)
            .SelectMany(static root => Directory.GetDirectories(root))
            .OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(static folder => Path.Combine(folder, "bin"));
        return versions
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb" + suffix)) && File.Exists(Path.Combine(folder, "pg_ctl" + suffix)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Execute(string program, params string[] arguments)
    {
        // Not redirected: a server that pg_ctl leaves behind would keep the pipe open.
        var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetTempPath() };
        if (Account is { } account && program != "chown")
        {
            start.FileName = "setpriv";
            foreach (var argument in new[] { "--reuid", account, "--regid", account == "nobody" ? "nogroup" : account, "--clear-groups", program })
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
