namespace ScCa.Testing;

/// <summary>A check that did not hold. Its message is all that the reader of a test report needs.</summary>
public sealed class TestFailedException : Exception, IAssertionException
{
    public TestFailedException()
    {
    }

    public TestFailedException(string message) : base(message)
    {
    }

    public TestFailedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

// xunit knows a failed assertion by an interface of this name in any namespace, and then reports a failure, not an error.
internal interface IAssertionException;
