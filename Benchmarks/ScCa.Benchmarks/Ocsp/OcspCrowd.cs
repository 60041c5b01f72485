using System.Diagnostics;
using System.Net.Sockets;

namespace ScCa.Benchmarks.Ocsp;

/// <summary>Several who ask at once, each anew as soon as he is answered. One thread serves them all, so that they cost less than the server does.</summary>
internal static class OcspCrowd
{
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(10);

    /// <summary>How many answers there were; each one's first is checked.</summary>
    public static int Ask(IReadOnlyList<OcspAsker> askers, TimeSpan atLeast, Action<ReadOnlyMemory<byte>> check)
    {
        var (began, answers) = (Stopwatch.GetTimestamp(), 0);
        var waiting = new Dictionary<Socket, OcspAsker>();
        var toCheck = askers.ToHashSet();
        foreach (var asker in askers)
            Ask(asker);
        while (waiting.Count > 0)
        {
            var readable = waiting.Keys.ToList();
            Socket.Select(readable, null, null, SilenceMax);
            if (readable.Count == 0)
                throw new TimeoutException("The server does not answer.");
            foreach (var socket in readable)
            {
                var asker = waiting[socket];
                if (asker.Receive() is not { } answer)
                    continue;
                waiting.Remove(socket);
                answers++;
                if (toCheck.Remove(asker))
                    check(answer);
                if (Stopwatch.GetElapsedTime(began) < atLeast)
                    Ask(asker);
            }
        }

        return answers;

        void Ask(OcspAsker asker)
        {
            asker.Ask();
            waiting.Add(asker.Socket, asker);
        }
    }
}
