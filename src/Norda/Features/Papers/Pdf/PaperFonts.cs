using PdfSharp.Fonts;

namespace Norda.Features.Papers.Pdf;

/// <summary>Public Sans in two weights, carried in the assembly: papers look the same on every machine, with whatever fonts it has or has not.</summary>
internal sealed class PaperFonts : IFontResolver
{
    public const string Family = "Public Sans";

    private const string Regular = "PublicSans-Regular";
    private const string Bold = "PublicSans-Bold";

    /// <summary>Once, before the first paper: the library keeps one resolver for the process.</summary>
    public static void Install() => GlobalFontSettings.FontResolver ??= new PaperFonts();

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Regular);

    public byte[]? GetFont(string faceName)
    {
        using var font = typeof(PaperFonts).Assembly.GetManifestResourceStream($"Norda.Fonts.{faceName}.ttf") ?? throw new InvalidOperationException($"{faceName} is missing in the assembly.");
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }
}
