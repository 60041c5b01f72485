namespace ScCa.Domain;

/// <summary>A value that is written as one piece of text: in an event, in an address, on a screen.</summary>
public interface ITextValue<TSelf> where TSelf : ITextValue<TSelf>
{
    string Value { get; }

    /// <summary>Reads the text; throws <see cref="FormatException"/> when it is not one of ours.</summary>
    static abstract TSelf Parse(string text);
}
