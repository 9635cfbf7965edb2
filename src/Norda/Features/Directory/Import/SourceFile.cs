using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Norda.Platform;

namespace Norda.Features.Directory.Import;

/// <summary>
/// A file looked through once from end to end: its hash, whether it is text at all, and in which of the encodings
/// that Polish offices produce. It stays open, so that what is imported is what was looked at.
/// </summary>
internal sealed class SourceFile : IDisposable
{
    public const int LongestLine = 1024 * 1024;

    private SourceFile(FileStream content) => Content = content;

    public FileStream Content { get; }
    public string Hash { get; private set; } = "";

    /// <summary>Null: not text but a ZIP archive, as XLSX is.</summary>
    public Encoding? Encoding { get; private set; }

    /// <exception cref="BrokenFileException">The file is not there, is empty or holds no text.</exception>
    public static SourceFile Open(string path)
    {
        if (!File.Exists(path))
            throw new BrokenFileException($"Nie ma pliku {path}.");
        var source = new SourceFile(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        try
        {
            source.Look();
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public ITable Read(Headings headings) => Encoding is null ? XlsxTable.Open(Content) : CsvTable.Open(Content, Encoding, headings);

    public void Dispose() => Content.Dispose();

    private void Look()
    {
        var buffer = new byte[64 * 1024];
        var read = Content.ReadAtLeast(buffer, 8, throwOnEndOfStream: false);
        if (read == 0)
            throw new BrokenFileException("Plik jest pusty.");
        var start = buffer.AsSpan(0, read);
        RefuseOtherFormats(start);
        var isZip = start.StartsWith("PK\x03\x04"u8);
        var marked = TextBytes.Marked(start);
        var bytes = new CheckedText(checkText: !isZip && marked is not UnicodeEncoding);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (; read > 0; read = Content.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            if (!isZip)
                bytes.Add(buffer.AsSpan(0, read));
        }

        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        Encoding = isZip ? null : marked ?? bytes.Guess();
        Content.Position = 0;
    }

    private static void RefuseOtherFormats(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new BrokenFileException("To stary skoroszyt .xls albo skoroszyt z hasłem. Zapisz go jako XLSX bez hasła albo jako CSV.");
        if (start.StartsWith("%PDF"u8))
            throw new BrokenFileException("To plik PDF. Potrzebna jest tabela: CSV albo XLSX.");
    }

    /// <summary>Refuses what is no text, and learns the encoding of what is.</summary>
    private sealed class CheckedText(bool checkText)
    {
        private readonly TextBytes text = new();
        private int line = 1;
        private int lineLength;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            foreach (var b in bytes)
            {
                if (b is (byte)'\n' or (byte)'\r')
                    (line, lineLength) = (line + (b == '\n' ? 1 : 0), 0);
                else if (++lineLength > LongestLine)
                    throw new BrokenFileException(string.Create(CultureInfo.InvariantCulture, $"Wiersz {line} ma ponad 1 MiB. To nie jest tabela firm."));
                else if (checkText && b < ' ' && b is not ((byte)'\t' or 0x0C or 0x1A))
                    throw new BrokenFileException(string.Create(CultureInfo.InvariantCulture, $"To nie jest plik tekstowy (bajt {b:X2} w wierszu {line}). Zapisz tabelę jako CSV albo XLSX."));
            }

            text.Add(bytes);
        }

        public Encoding Guess() => text.Guess();
    }
}
