using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Chatalo.Benchmarks;

// The whole, as people meet it: `throughput`, `memory`, `window`, `recording`, `import`, `soak`, `kills`, `deliveries`. The parts: BenchmarkDotNet's own arguments, such as --filter '*'.
return args.FirstOrDefault() switch
{
    "throughput" => await Throughput.RunAsync(args.Skip(1).ToArray()),
    "memory" => await MemoryUse.RunAsync(args.Skip(1).ToArray()),
    "window" => await WindowUse.RunAsync(args.Skip(1).ToArray()),
    "import" => await ImportTime.RunAsync(args.Skip(1).ToArray()),
    "kills" => await KillRun.RunAsync(args.Skip(1).ToArray()),
    "deliveries" => await DeliveryList.RunAsync(args.Skip(1).ToArray()),
    "soak" => await Soak.RunAsync(args.Skip(1).ToArray()),
    "recording" => await Recording.RunAsync(args.Skip(1).ToArray()),
    _ => RunParts(args),
};

static int RunParts(string[] args)
{
    // In this process: BenchmarkDotNet would otherwise build a project of its own, which needs packages that may not be at hand.
    var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args, config);
    return 0;
}
