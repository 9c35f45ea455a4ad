using BenchmarkDotNet.Running;
using Chatalo.Benchmarks;

// The whole, as people meet it: `throughput`, `memory`, `window`, `recording`. The parts: BenchmarkDotNet's own arguments, such as --filter '*'.
return args.FirstOrDefault() switch
{
    "throughput" => await Throughput.RunAsync(args.Skip(1).ToArray()),
    "memory" => await MemoryUse.RunAsync(args.Skip(1).ToArray()),
    "window" => await WindowUse.RunAsync(args.Skip(1).ToArray()),
    "recording" => await Recording.RunAsync(args.Skip(1).ToArray()),
    _ => RunParts(args),
};

static int RunParts(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
    return 0;
}
