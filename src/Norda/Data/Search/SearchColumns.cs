using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Features.Directory;

namespace Norda.Data.Search;

/// <summary>Columns of companies that belong to the index: shadow properties, so that the firm knows nothing of them.</summary>
internal static class SearchColumns
{
    public const string NameFolded = "NameFolded";
    public const string NameSort = "NameSort";
    public const string Text = "SearchText";
    public const string StaticRank = "RankStatic";
    public const string Tier = "Tier";
    public const string Terms = "SearchTerms";

    /// <summary>A column of firms on a card that anyone may see; null where the firm shows the field to fewer people.</summary>
    /// <param name="field">Its name among the firm's visibilities, when that is not the column's.</param>
    public static string Shown(string column, string? field = null) => $"case when c.field_visibility like '%\"{field ?? column}\"%' then null else c.{column} end";
}

public class SearchColumnsMap : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> companies)
    {
        companies.Property<string>(SearchColumns.NameFolded).HasMaxLength(200).HasDefaultValue("");
        companies.Property<byte[]>(SearchColumns.NameSort).HasDefaultValue(Array.Empty<byte>());
        companies.Property<string>(SearchColumns.Text).HasDefaultValue("");
        companies.Property<int>(SearchColumns.StaticRank).HasDefaultValue(0);
        companies.Property<short>(SearchColumns.Tier).HasDefaultValue((short)0);
        companies.HasIndex(SearchColumns.NameFolded);
        companies.HasIndex(SearchColumns.StaticRank);
    }
}
