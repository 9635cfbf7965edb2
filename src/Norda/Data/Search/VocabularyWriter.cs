using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Norda.Data.Search;

/// <summary>Writes the words that misspelt ones are corrected to. The same statements on both databases.</summary>
internal sealed class VocabularyWriter(AppDb db)
{
    private const int ShortestWord = 3;
    private const int RowsPerStatement = 250;

    /// <summary>Adds the words that are new; counts of firms are made right by the next <see cref="Replace"/>.</summary>
    public async Task Add(IEnumerable<IndexDocument> documents, CancellationToken cancel)
    {
        var words = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var document in documents)
            Count(document, words);
        await Write(words, cancel);
    }

    public async Task Replace(IReadOnlyDictionary<string, Entry> words, CancellationToken cancel)
    {
        await db.Set<SearchDeletion>().ExecuteDeleteAsync(cancel);
        await db.SearchWords.ExecuteDeleteAsync(cancel);
        await Write(words, cancel);
    }

    public static void Count(IndexDocument document, Dictionary<string, Entry> words)
    {
        foreach (var (folded, display) in document.Vocabulary)
        {
            if (folded.Length < ShortestWord || folded.Any(char.IsAsciiDigit))
                continue;
            if (!words.TryGetValue(folded, out var entry))
                words[folded] = entry = new Entry();
            entry.Take(display);
        }
    }

    private async Task Write(IReadOnlyDictionary<string, Entry> words, CancellationToken cancel)
    {
        foreach (var chunk in words.Chunk(RowsPerStatement))
            await Insert("insert into search_words(folded, display, firms) values ", [.. chunk.Select(w => new object[] { w.Key, w.Value.Display, w.Value.Firms })], cancel);

        foreach (var chunk in words.Keys.Chunk(2000))
        {
            var ids = await db.SearchWords.AsNoTracking().Where(w => chunk.Contains(w.Folded)).Select(w => new { w.Id, w.Folded }).ToListAsync(cancel);
            foreach (var rows in ids.SelectMany(w => SearchDeletion.Of(w.Folded).Select(d => new object[] { d, w.Id })).Chunk(RowsPerStatement))
                await Insert("insert into search_deletions(deletion, word_id) values ", rows, cancel);
        }
    }

    private async Task Insert(string into, object[][] rows, CancellationToken cancel)
    {
        var text = new StringBuilder(into);
        var parameters = new List<(string, object?)>();
        for (var row = 0; row < rows.Length; row++)
        {
            text.Append(row == 0 ? "(" : ",(");
            for (var column = 0; column < rows[row].Length; column++)
            {
                text.Append(column == 0 ? "@p" : ",@p").Append(parameters.Count);
                parameters.Add(($"p{parameters.Count}", rows[row][column]));
            }

            text.Append(')');
        }

        await db.Execute(text.Append(" on conflict do nothing").ToString(), cancel, [.. parameters]);
    }

    /// <summary>How often a word occurs and how it is mostly written.</summary>
    public sealed class Entry
    {
        private readonly Dictionary<string, int> spellings = new(StringComparer.Ordinal);

        public int Firms { get; private set; }

        public string Display => spellings.MaxBy(s => s.Value).Key;

        public void Take(string spelling)
        {
            Firms++;
            spellings[spelling] = spellings.GetValueOrDefault(spelling) + 1;
        }
    }
}
