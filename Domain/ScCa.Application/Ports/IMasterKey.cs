namespace ScCa.Application.Ports;

/// <summary>
/// The secret that subjects' keys are wrapped under, in versions numbered from 1. A version leaves its holder only as keys derived for one purpose. Which
/// version is to be used is not said here: the vault says it (<see cref="ISubjectKeys.MasterVersion"/>). <b>Durability</b>: a version is durable before
/// <see cref="Make"/> answers, or what is wrapped under it would be lost. <b>Concurrency</b>: safe from any thread; a version that another process has made
/// is found when it is asked for.
/// </summary>
public interface IMasterKey
{
    /// <summary>The versions there are, in ascending order.</summary>
    IReadOnlyList<int> Versions { get; }

    /// <summary>Fills the span with the version's key for a purpose; the same purpose always gives the same key. The caller wipes it.</summary>
    void Derive(int version, string purpose, Span<byte> key);

    /// <summary>Makes a version; where it is there already, it stays as it is.</summary>
    void Make(int version);

    /// <summary>Destroys a version for good; where it is gone already, nothing happens.</summary>
    void Retire(int version);
}
