using System.Diagnostics;
using System.Text;
using Norda.Features.Directory.Import;

namespace Norda.Tests.Directory.Import;

/// <summary>Files that are no tables of firms: refused with a sentence, quickly, and nothing changed.</summary>
public class HostileFileTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Heading = "Nazwa;NIP;Opis\n";

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "Plik jest pusty." },
        { "blank", " \n\n\n"u8.ToArray(), "W pliku nie ma ani jednego wiersza." },
        { "binary", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "To nie jest plik tekstowy (bajt 02 w wierszu 1)." },
        { "binary below the heading", [.. Encoding.UTF8.GetBytes(Heading), 65, 0, 10], "To nie jest plik tekstowy (bajt 00 w wierszu 2)." },
        { "old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "To stary skoroszyt .xls albo skoroszyt z hasłem." },
        { "PDF", "%PDF-1.7"u8.ToArray(), "To plik PDF." },
        { "wrong headings", "Kto;Co\nA;B\n"u8.ToArray(), "Nie znalazłem kolumny z nazwą firmy. Nagłówki w pliku: „Kto”, „Co”." },
        { "long line", Encoding.UTF8.GetBytes(Heading + new string('x', 2_000_000)), "Wiersz 2 ma ponad 1 MiB." },
        { "long field", Encoding.UTF8.GetBytes(Heading + "A;;" + new string('x', 70_000) + "\nB;;\n"), "W wierszu 2 zaczyna się pole, które nie ma końca" },
        { "open quote", Encoding.UTF8.GetBytes(Heading + "A;;\nB;;\"opis\nC;;\nD;;\n"), "W wierszu 3 zaczyna się pole, które nie ma końca" },
        { "open quote in a long file", Encoding.UTF8.GetBytes(Heading + "A;;\"opis\n" + string.Concat(Enumerable.Repeat("C;;\n", 50_000))), "W wierszu 2 zaczyna się pole, które nie ma końca" },
        { "torn archive", [.. Workbook.Of(["Nazwa"], ["A"]).Take(600)], "Plik XLSX jest uszkodzony" },
        { "other archive", Zip(("readme.txt", new MemoryStream("x"u8.ToArray()))), "To archiwum ZIP, ale nie skoroszyt XLSX." },
        { "bomb", new Workbook { MoreParts = [("xl/media/bomb.bin", new Zeros(300_000_000))] }.ToBytes(), "Plik XLSX po rozpakowaniu jest podejrzanie duży" },
        { "small bomb", new Workbook { MoreParts = [("xl/media/bomb.bin", new Zeros(20_000_000))] }.ToBytes(), "Plik XLSX po rozpakowaniu jest podejrzanie duży" },
        { "many parts", new Workbook { MoreParts = [.. Enumerable.Range(0, 200).Select(i => ($"xl/media/{i}.bin", (Stream)new Zeros(1)))] }.ToBytes(), "Plik XLSX ma 205 części, przyjmujemy do 200." },
        { "long cell", new Workbook { Rows = $"<row><c t=\"inlineStr\"><is><t>{new string('x', 2_000_000)}</t></is></c></row>" }.ToBytes(), "Plik XLSX ma komórkę dłuższą niż 1 MiB." },
        { "cell of many runs", new Workbook { Rows = $"<row><c t=\"inlineStr\"><is>{string.Concat(Enumerable.Repeat("<r><t>xxxxxxxxxx</t></r>", 10_000))}</is></c></row>" }.ToBytes(), "Plik XLSX ma komórkę dłuższą niż 64 KiB." },
        { "long attribute", new Workbook { Rows = $"<row spans=\"{new string('x', 2_000_000)}\"/>" }.ToBytes(), "Plik XLSX ma komórkę dłuższą niż 1 MiB." },
        { "deep", new Workbook { Rows = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)) }.ToBytes(), "Plik XLSX ma zagnieżdżenia" },
        { "entities", new Workbook { Prolog = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>", Rows = "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>" }.ToBytes(), "Plik XLSX jest uszkodzony" },
        { "outside entity", new Workbook { Prolog = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", Rows = "<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>" }.ToBytes(), "Plik XLSX jest uszkodzony" },
        { "broken XML", new Workbook { Rows = "<row><c></row>" }.ToBytes(), "Plik XLSX jest uszkodzony" },
        { "wide", new Workbook { Rows = "<row><c r=\"XFD1\" t=\"inlineStr\"><is><t>x</t></is></c></row>" }.ToBytes(), "Wiersz 1 arkusza ma ponad 256 kolumn." },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task It_is_refused_with_a_sentence(string kind, byte[] content, string sentence)
    {
        var before = await app.Dump();
        var watch = Stopwatch.StartNew();

        var refusal = await Assert.ThrowsAsync<BrokenFileException>(() => app.Import(content));

        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{kind}: {watch.Elapsed}");
        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task A_line_of_two_gigabytes_is_left_after_its_first_mebibyte()
    {
        using var file = new TempFile([]);
        await using (var sparse = new FileStream(file.Path, FileMode.Create))
        {
            await sparse.WriteAsync(Encoding.UTF8.GetBytes(Heading + new string('x', 2_000_000)), CancellationToken.None);
            sparse.SetLength(2L * 1024 * 1024 * 1024);
        }

        var watch = Stopwatch.StartNew();
        var refusal = await Assert.ThrowsAsync<BrokenFileException>(() => app.ImportFile(file.Path));

        Assert.StartsWith("Wiersz 2 ma ponad 1 MiB.", refusal.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task A_file_that_breaks_in_its_middle_leaves_nothing_behind()
    {
        var before = await app.Dump();
        var rows = string.Concat(Enumerable.Range(1, 3_000).Select(i => $"Połowiczna {i};;\n"));

        await Assert.ThrowsAsync<BrokenFileException>(() => app.Import(Heading + rows + "Ostatnia;;\"bez końca\n"));

        Assert.Equal(before, await app.Dump());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_missing() =>
        Assert.Equal("Nie ma pliku /nie/ma.csv.", (await Assert.ThrowsAsync<BrokenFileException>(() => app.ImportFile("/nie/ma.csv"))).Message);

    private static byte[] Zip(params (string Name, Stream Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
                using (var part = zip.CreateEntry(name).Open())
                    content.CopyTo(part);
        return file.ToArray();
    }

    /// <summary>As many zeros as wanted, without holding them.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, left);
            Array.Clear(buffer, offset, read);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
