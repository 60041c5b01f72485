namespace ScCa.Seals.Pictures;

/// <summary>What a seal shows: a <see cref="SealDrawing"/> made of data, or an uploaded <see cref="SealPicture"/>.</summary>
public abstract class SealLook
{
    private protected SealLook()
    {
    }
}
