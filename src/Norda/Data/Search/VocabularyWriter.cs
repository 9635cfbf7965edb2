using Microsoft.EntityFrameworkCore;

namespace Norda.Data.Search;

/// <summary>Writes the words that misspelt ones are corrected to. The same statements on both databases.</summary>
internal sealed class VocabularyWriter(AppDb db)
{
    private const int ShortestWord = 3;
    private const int WordsPerStatement = 10_000;

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
        foreach (var chunk in words.Chunk(WordsPerStatement))
        {
            await db.InsertMissing("search_words(folded, display, firms)", cancel, chunk.Select(w => w.Key).ToArray(), chunk.Select(w => w.Value.Display).ToArray(), chunk.Select(w => w.Value.Firms).ToArray());
            var folded = chunk.Select(w => w.Key).ToArray();
            var ids = await db.SearchWords.AsNoTracking().Where(w => folded.Contains(w.Folded)).Select(w => new { w.Id, w.Folded }).ToListAsync(cancel);
            var deletions = ids.SelectMany(w => SearchDeletion.Of(w.Folded).Select(deletion => (Deletion: deletion, w.Id))).OrderBy(d => d.Deletion, StringComparer.Ordinal).ToArray();
            await db.InsertMissing("search_deletions(deletion, word_id)", cancel, deletions.Select(d => d.Deletion).ToArray(), deletions.Select(d => d.Id).ToArray());
        }
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
