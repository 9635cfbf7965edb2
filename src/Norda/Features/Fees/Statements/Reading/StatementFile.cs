using System.Security.Cryptography;
using System.Text;
using Norda.Platform;

namespace Norda.Features.Fees.Statements.Reading;

/// <summary>A file of a bank, looked through once from end to end: its hash, its encoding, and which of the formats it is.</summary>
public sealed class StatementFile
{
    public const int MostBytes = 48 * 1024 * 1024;
    public const int MostLines = 250_000;
    private const int LongestLine = 64 * 1024;
    private const int StartBytes = 4096;

    private readonly Stream content;
    private readonly Encoding encoding;
    private readonly bool isXml;
    private readonly bool isMt940;

    private StatementFile(Stream content, string hash, Encoding encoding, string start)
    {
        (this.content, Hash, this.encoding) = (content, hash, encoding);
        (isXml, isMt940) = (start.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<'), Mt940.Looks(start));
        if (isXml && !Camt053.Looks(start))
            throw new BrokenStatementException(new("To plik XML, ale nie wyciąg CAMT.053. Pobierz z banku wyciąg w formacie MT940, CAMT.053 albo CSV."));
        Format = isXml ? "CAMT.053" : $"{(isMt940 ? "MT940" : "CSV")}, {TextBytes.Name(encoding)}";
    }

    public string Hash { get; }

    /// <summary>"MT940, Windows-1250".</summary>
    public string Format { get; private set; }

    /// <summary>A table whose columns nobody has explained yet; null for formats that explain themselves.</summary>
    public UnknownTable? Unknown { get; private set; }

    /// <exception cref="BrokenStatementException">The file is empty, too large, or no text.</exception>
    public static StatementFile Look(Stream content)
    {
        if (content.Length > MostBytes)
            throw new BrokenStatementException(new("Ten plik ma ponad 48 MB. Pobierz z banku wyciąg za krótszy okres."));
        var (buffer, text, start, lineLength) = (new byte[64 * 1024], new TextBytes(), Array.Empty<byte>(), 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        content.Position = 0;
        for (int read; (read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            var bytes = buffer.AsSpan(0, read);
            if (start.Length == 0)
                start = bytes[..Math.Min(read, StartBytes)].ToArray();
            hash.AppendData(bytes);
            text.Add(bytes);
            lineLength = Check(bytes, lineLength, start);
        }

        if (start.Length == 0)
            throw new BrokenStatementException(new("Plik jest pusty."));
        var encoding = TextBytes.Marked(start) ?? text.Guess();
        return new(content, Convert.ToHexStringLower(hash.GetHashAndReset()), encoding, encoding.GetString(start));
    }

    /// <summary>Lines of the file, one after another; a second call reads them anew.</summary>
    /// <param name="explained">Columns of a table, by the fingerprint of its headings.</param>
    public IEnumerable<BankLine> Lines(StatementFacts facts, IReadOnlyDictionary<string, CsvColumns> explained)
    {
        content.Position = 0;
        facts.Format = Format;
        if (isXml)
            return Camt053.Read(content, facts);
        if (isMt940)
            return Mt940.Read(new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true), facts);
        var table = BankCsv.Recognise(content, encoding, explained);
        Unknown = table.Unknown;
        facts.Format = Format = table.Bank is { } bank ? $"CSV {bank}, {TextBytes.Name(encoding)}" : Format;
        return table.Unknown is null ? table.Read(facts) : [];
    }

    private static int Check(ReadOnlySpan<byte> bytes, int lineLength, ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new BrokenStatementException(new("To skoroszyt albo archiwum. Pobierz z banku wyciąg w formacie MT940, CAMT.053 albo CSV."));
        if (start.StartsWith("%PDF"u8))
            throw new BrokenStatementException(new("To plik PDF. Pobierz z banku wyciąg w formacie MT940, CAMT.053 albo CSV."));
        var isWide = TextBytes.Marked(start) is UnicodeEncoding;
        var isXml = start.TrimStart(" \r\n\t"u8).StartsWith("<"u8); // may be one long line
        foreach (var b in bytes)
        {
            lineLength = b is (byte)'\n' or (byte)'\r' ? 0 : lineLength + 1;
            if (!isXml && lineLength > LongestLine)
                throw new BrokenStatementException(new("Ten plik ma wiersz dłuższy niż 64 KB. To nie jest wyciąg z banku."));
            if (!isWide && b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x01 or 0x03 or 0x0C or 0x1A))
                throw new BrokenStatementException(new("To nie jest plik tekstowy. Pobierz z banku wyciąg w formacie MT940, CAMT.053 albo CSV."));
        }

        return lineLength;
    }
}
