using System.Diagnostics;
using System.Security.Cryptography;

namespace ScCa.Signing;

/// <summary>
/// Lets callers that come at the same time share one batch. Whoever finds nobody signing signs for all who are there; who comes meanwhile
/// is in the next batch. A caller alone waits for nobody. For any number of threads; the key stays the owner's to dispose of.
/// </summary>
public sealed class Sm2CoalescingSigner
{
    private const int Together = 32;

    private readonly Sm2SigningKey key;
    private readonly Action<int>? observe;
    private readonly Lock gate = new();
    private readonly Queue<Waiting> queue = new();
    private int arriving;
    private bool isLed;

    public Sm2CoalescingSigner(Sm2SigningKey key)
        : this(key, observe: null)
    {
    }

    /// <param name="observe">Is told the size of each batch before it is signed.</param>
    internal Sm2CoalescingSigner(Sm2SigningKey key, Action<int>? observe)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key;
        this.observe = observe;
    }

    /// <summary>The longest that a signature waits for others who have already begun to ask.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromMicroseconds(100);

    /// <summary>Signs SM3(Z ‖ message). What has begun is not cancelled: it is a matter of microseconds.</summary>
    public Task<byte[]> Sign(ReadOnlyMemory<byte> message, DSASignatureFormat format, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<byte[]>(cancellation);
        if (!Enum.IsDefined(format))
            throw new ArgumentOutOfRangeException(nameof(format));
        var waiting = new Waiting(format);
        bool leads;
        Interlocked.Increment(ref arriving);
        try
        {
            key.Digest(message.Span, waiting.Digest);
            lock (gate)
            {
                queue.Enqueue(waiting);
                leads = !isLed;
                isLed = true;
            }
        }
        finally
        {
            Interlocked.Decrement(ref arriving);
        }

        if (leads)
            Lead();
        return waiting.Completion.Task;
    }

    // One batch each: whoever leads has an answer of its own to go home with.
    private void Lead()
    {
        Gather();
        Waiting[] batch;
        lock (gate)
        {
            batch = new Waiting[Math.Min(Together, queue.Count)];
            for (var i = 0; i < batch.Length; i++)
                batch[i] = queue.Dequeue();
        }

        SignTogether(batch);
        lock (gate)
        {
            isLed = queue.Count > 0;
            if (!isLed)
                return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static signer => signer.Lead(), this, preferLocal: false);
    }

    private void Gather()
    {
        var began = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (Volatile.Read(ref arriving) > 0 && Stopwatch.GetElapsedTime(began) < WaitMax)
            spin.SpinOnce(sleep1Threshold: -1);
    }

    private void SignTogether(Waiting[] batch)
    {
        try
        {
            observe?.Invoke(batch.Length);
            Span<byte> digests = stackalloc byte[batch.Length * Sm3.HashSizeInBytes];
            Span<byte> signatures = stackalloc byte[batch.Length * Sm2SigningKey.RawSignatureSize];
            for (var i = 0; i < batch.Length; i++)
                batch[i].Digest.CopyTo(digests[(i * Sm3.HashSizeInBytes)..]);
            key.SignDigests(digests, signatures);
            for (var i = 0; i < batch.Length; i++)
                batch[i].Complete(signatures.Slice(i * Sm2SigningKey.RawSignatureSize, Sm2SigningKey.RawSignatureSize));
        }
        catch (Exception e)
        {
            foreach (var waiting in batch)
                waiting.Completion.TrySetException(e);
        }
    }

    private sealed class Waiting(DSASignatureFormat format)
    {
        public byte[] Digest { get; } = new byte[Sm3.HashSizeInBytes];

        public TaskCompletionSource<byte[]> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Complete(ReadOnlySpan<byte> raw) => Completion.SetResult(
            format == DSASignatureFormat.IeeeP1363FixedFieldConcatenation ? raw.ToArray() : Sm2SignatureEncoding.ToDer(raw));
    }
}
