namespace ScCa.Seals;

/// <summary>Why a document, a package or a picture is not taken.</summary>
public enum SealRefusal
{
    PackageMalformed,
    PackageTooLarge,
    PackageNameUnsafe,
    PackageNameTwice,
    PackageMethodUnknown,
    XmlMalformed,
    XmlTooLarge,
    OfdMalformed,
    FileMissing,
    DocumentClosed,
    PdfMalformed,
    PdfTooLarge,
    PdfEncrypted,
    PdfFilterUnknown,
    SignatureTooLarge,
    PlacementImpossible,
    PictureUnknown,
    PictureTooLarge,
    PictureMalformed,
    PictureActive,
    PictureUnfitForPdf,
    SealTextUnfit,
}
