namespace ScCa.Pki.Timestamps;

/// <summary>
/// One source of time among several: a receiver, a time server, this machine. It answers at once, from what it knows by then; asking over a network
/// happens before. <b>Concurrency</b>: safe from any thread.
/// </summary>
public interface IClockSource
{
    /// <summary>For those who read why no time was available.</summary>
    string Name { get; }

    /// <summary>Null where it has no time to give.</summary>
    ClockReading? Read();
}
