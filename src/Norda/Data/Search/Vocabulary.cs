using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Data.Search;

/// <summary>A word that stands in the directory; misspelt words are corrected to one of these.</summary>
public class SearchWord
{
    public int Id { get; init; }
    public required string Folded { get; init; }

    /// <summary>With its diacritics, as it is most often written.</summary>
    public required string Display { get; init; }

    /// <summary>Number of firms that use it.</summary>
    public int Firms { get; init; }
}

/// <summary>
/// A word with up to two letters left out (SymSpell: W. Garbe, symmetric delete spelling correction). A typo and
/// the right word meet in one of them, whatever the size of the vocabulary.
/// </summary>
public class SearchDeletion
{
    /// <summary>Letters after the seventh are not varied: they are compared once the candidates are few.</summary>
    private const int VariedLetters = 7;

    private const int MostDeletions = 2;

    public required string Deletion { get; init; }
    public int WordId { get; init; }
    public SearchWord Word { get; init; } = null!;

    public static HashSet<string> Of(string word)
    {
        var start = word.Length <= VariedLetters ? word : word[..VariedLetters];
        var all = new HashSet<string>(StringComparer.Ordinal) { start };
        var last = new List<string> { start };
        for (var round = 0; round < (word.Length < 5 ? 1 : MostDeletions); round++)
        {
            last = [.. last.Where(w => w.Length > 2).SelectMany(w => Enumerable.Range(0, w.Length).Select(i => w.Remove(i, 1))).Distinct(StringComparer.Ordinal)];
            all.UnionWith(last);
        }

        return all;
    }
}

public class VocabularyMap : IEntityTypeConfiguration<SearchWord>, IEntityTypeConfiguration<SearchDeletion>
{
    public void Configure(EntityTypeBuilder<SearchWord> words)
    {
        words.ToTable("search_words");
        words.IsNotPersonal(w => new { w.Folded, w.Display }); // built anew of what firms say
        words.Property(w => w.Folded).HasMaxLength(Words.LongestWord);
        words.Property(w => w.Display).HasMaxLength(Words.LongestWord);
        words.HasIndex(w => w.Folded).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SearchDeletion> deletions)
    {
        deletions.ToTable("search_deletions");
        deletions.IsNotPersonal(d => d.Deletion);
        deletions.HasKey(d => new { d.Deletion, d.WordId });
        deletions.Property(d => d.Deletion).HasMaxLength(8);
        deletions.HasOne(d => d.Word).WithMany().HasForeignKey(d => d.WordId);
    }
}
