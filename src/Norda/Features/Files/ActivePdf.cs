using System.Globalization;

namespace Norda.Features.Files;

/// <summary>What a program would run when a document is opened: scripts, programs, files inside. Found by the names that the format gives them, also where signs of a name are written as #xx.</summary>
internal static class ActivePdf
{
    private static readonly byte[][] Names = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/OpenAction"u8.ToArray()];

    public static bool Is(byte[] content)
    {
        var plain = Array.IndexOf(content, (byte)'#') < 0 ? content : Written(content);
        return Names.Any(name => plain.AsSpan().IndexOf(name) >= 0);
    }

    private static byte[] Written(byte[] content)
    {
        var (plain, length) = (new byte[content.Length], 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '#' && i + 2 < content.Length && byte.TryParse(content.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sign))
                (plain[length++], i) = (sign, i + 2);
            else
                plain[length++] = content[i];
        }

        return plain[..length];
    }
}
