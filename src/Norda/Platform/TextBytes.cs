using System.Text;

namespace Norda.Platform;

/// <summary>Tells the encoding of a text that comes without saying it: UTF-8 where all of it is, else the one of Polish offices under which most bytes are Polish letters.</summary>
public sealed class TextBytes
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    // ą ś ź Ą Ś Ź: the only Polish letters that Windows-1250 and ISO-8859-2 write differently.
    private static ReadOnlySpan<byte> Windows => [0xB9, 0x9C, 0x9F, 0xA5, 0x8C, 0x8F];
    private static ReadOnlySpan<byte> Iso => [0xB1, 0xB6, 0xBC, 0xA1, 0xA6, 0xAC];

    /// <summary>ę ć ń ó ł ż and their capitals, in both of them.</summary>
    private static ReadOnlySpan<byte> Common => [0xEA, 0xE6, 0xF1, 0xF3, 0xB3, 0xBF, 0xCA, 0xC6, 0xD1, 0xD3, 0xA3, 0xAF];

    /// <summary>All eighteen in the encoding of DOS, in which some banks still write.</summary>
    private static ReadOnlySpan<byte> Dos => [0xA5, 0xA9, 0x98, 0x86, 0xE4, 0xA2, 0x88, 0xBE, 0xAB, 0xA4, 0xA8, 0x97, 0x8F, 0xE3, 0xE0, 0x9D, 0xBD, 0x8D];

    private readonly Decoder utf8 = StrictUtf8.GetDecoder();
    private readonly long[] counts = new long[256];
    private readonly char[] chars = new char[64 * 1024 + 4];
    private bool isUtf8 = true;

    /// <summary>At most 64 KiB at a time.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            counts[b]++;
        if (!isUtf8)
            return;
        try
        {
            utf8.GetChars(bytes, chars, flush: false);
        }
        catch (DecoderFallbackException)
        {
            isUtf8 = false;
        }
    }

    public Encoding Guess()
    {
        if (isUtf8)
            return Encoding.UTF8;
        var (windows, iso, common, dos) = (Sum(Windows), Sum(Iso), Sum(Common), Sum(Dos));
        var page = dos > Math.Max(windows, iso) + common ? 852 : iso > windows ? 28592 : 1250;
        return CodePagesEncodingProvider.Instance.GetEncoding(page)!;
    }

    /// <summary>What a byte order mark says, or null without one.</summary>
    public static Encoding? Marked(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    /// <summary>As people call it: "Windows-1250".</summary>
    public static string Name(Encoding encoding) => encoding.CodePage switch { 1250 => "Windows-1250", 28592 => "ISO-8859-2", 852 => "CP852", 65001 => "UTF-8", _ => "UTF-16" };

    private long Sum(ReadOnlySpan<byte> letters)
    {
        long sum = 0;
        foreach (var letter in letters)
            sum += counts[letter];
        return sum;
    }
}
