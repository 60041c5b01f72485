using System.Formats.Asn1;

namespace ScCa.Pki.KeyFiles;

/// <summary>How much work a file may ask for in all: whoever made it chose the numbers of iterations.</summary>
internal sealed class IterationBudget(int max)
{
    private int left = max;

    /// <exception cref="AsnContentException">It asks for more.</exception>
    public void Spend(int iterations)
    {
        if (iterations < 1 || iterations > left)
            throw new AsnContentException("The file asks for more iterations than are allowed.");
        left -= iterations;
    }
}
