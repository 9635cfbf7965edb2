using System.Collections.ObjectModel;
using System.IO.Compression;
using System.Xml;

namespace Norda.Features.Directory.Import;

/// <summary>
/// The parts of an XLSX file, opened only after the archive was unpacked into nothing and counted: a few kilobytes
/// may hold gigabytes, and the sizes that the archive itself tells may be lies.
/// </summary>
internal sealed class XlsxArchive : IDisposable
{
    private const int MostEntries = 200;
    private const long MostUnpacked = 200L * 1024 * 1024;
    private const long RatioMattersFrom = 10L * 1024 * 1024;
    private const int HighestRatio = 200;
    private const int LongestNode = 1024 * 1024;
    private const int DeepestNode = 64;

    private readonly ZipArchive zip;

    private XlsxArchive(ZipArchive zip) => this.zip = zip;

    /// <exception cref="BrokenFileException">The archive is damaged, a bomb, or no workbook.</exception>
    public static XlsxArchive Open(Stream content)
    {
        try
        {
            var opened = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            CheckSizes(opened.Entries);
            return new XlsxArchive(opened);
        }
        catch (InvalidDataException)
        {
            throw new BrokenFileException("Plik XLSX jest uszkodzony: nie da się go rozpakować.");
        }
    }

    public bool Has(string part) => zip.GetEntry(part) is not null;

    /// <summary>Elements of a part, without any outside reference, entity or endless nesting.</summary>
    public XmlReader Read(string part)
    {
        var entry = zip.GetEntry(part) ?? throw NoWorkbook();
        return XmlReader.Create(entry.Open(), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostUnpacked,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>Moves on, and refuses what no spreadsheet program writes.</summary>
    public static bool Next(XmlReader xml)
    {
        try
        {
            if (!xml.Read())
                return false;
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            throw new BrokenFileException($"Plik XLSX jest uszkodzony: {broken.Message}");
        }

        return xml.Depth <= DeepestNode ? true : throw new BrokenFileException("Plik XLSX ma zagnieżdżenia, jakich arkusz nie tworzy.");
    }

    public static BrokenFileException NoWorkbook() => new("To archiwum ZIP, ale nie skoroszyt XLSX. Zapisz tabelę jako CSV albo XLSX.");

    public void Dispose() => zip.Dispose();

    private static void CheckSizes(ReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > MostEntries)
            throw new BrokenFileException($"Plik XLSX ma {entries.Count} części, przyjmujemy do {MostEntries}.");
        var left = MostUnpacked;
        foreach (var entry in entries)
        {
            var size = Unpack(entry, left);
            left -= size;
            if (size > RatioMattersFrom && size / HighestRatio > entry.CompressedLength)
                throw Bomb();
        }
    }

    private static long Unpack(ZipArchiveEntry entry, long atMost)
    {
        using var content = entry.Open();
        var isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
        var buffer = new byte[64 * 1024];
        long size = 0, node = 0;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            size += read;
            if (size > atMost)
                throw Bomb();
            // A text or an attribute is read whole into memory, so its length is checked here.
            var tag = buffer.AsSpan(0, read).LastIndexOf((byte)'<');
            node = tag < 0 ? node + read : read - tag;
            if (isXml && node > LongestNode)
                throw new BrokenFileException("Plik XLSX ma komórkę dłuższą niż 1 MiB. To nie jest tabela firm.");
        }

        return size;
    }

    private static BrokenFileException Bomb() => new("Plik XLSX po rozpakowaniu jest podejrzanie duży (ponad 200 MB albo ponad 200 razy większy). Zapisz tabelę jako CSV.");
}
