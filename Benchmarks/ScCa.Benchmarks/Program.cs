using BenchmarkDotNet.Running;
using ScCa.Benchmarks.Compare;
using ScCa.Benchmarks.Issuing;
using ScCa.Benchmarks.Ocsp;
using ScCa.Benchmarks.Pki;
using ScCa.Benchmarks.Signing;
using ScCa.Benchmarks.Stores;

// "compare …" sets ours against a peer in alternating pairs; anything else goes to BenchmarkDotNet.
if (args is ["compare", .. var rest])
{
    return await new CompareVerb(
        [new AppendCompared(), IssueCompared.Comparison, new IssueDurableCompared(), .. SigningComparisons.All, .. PkiComparisons.All, .. OcspCompared.All], Console.Out, Console.Error)
        .Run(rest, CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(CompareVerb).Assembly).Run(args);
return 0;
