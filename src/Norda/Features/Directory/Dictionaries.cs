using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;

namespace Norda.Features.Directory;

/// <summary>What the chamber's lists have in common.</summary>
public interface IListEntry
{
    int Id { get; }
    string Name { get; set; }
    string Slug { get; set; }
}

/// <summary>The chamber's lists, as they stand in the addresses of entries that have moved.</summary>
public enum ListKind { Category, Service, Competency }

/// <summary>A former address of an entry: it was renamed, or became one with another. Leads there for ever.</summary>
public class FormerListSlug
{
    public ListKind Kind { get; init; }
    public required string Slug { get; init; }
    public int EntryId { get; set; }
    public DateTime RetiredAt { get; init; }
}

/// <summary>The chamber's lists: branches of business, services and competencies that firms choose from.</summary>
public class Category : IListEntry
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Slug { get; set; }
    public string? Description { get; set; }

    /// <summary>Name of a Tabler outline icon.</summary>
    public string? Icon { get; set; }

    public int SortOrder { get; set; }
}

public class Service : IListEntry
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Slug { get; set; }
    public string? Description { get; set; }
}

public class Competency : IListEntry
{
    public int Id { get; private set; }
    public required string Name { get; set; }
    public required string Slug { get; set; }

    /// <summary>Group under which the competency is listed: languages, software, licences, …</summary>
    public string? Category { get; set; }

    public string? Description { get; set; }
}

public class DictionaryMap : IEntityTypeConfiguration<Category>, IEntityTypeConfiguration<Service>, IEntityTypeConfiguration<Competency>, IEntityTypeConfiguration<FormerListSlug>
{
    public void Configure(EntityTypeBuilder<Category> categories)
    {
        categories.IsNotPersonal(c => new { c.Name, c.Slug, c.Description, c.Icon });
        categories.Property(c => c.Name).HasMaxLength(100);
        categories.Property(c => c.Slug).HasMaxLength(100);
        categories.Property(c => c.Icon).HasMaxLength(50);
        categories.HasIndex(c => c.Name).IsUnique();
        categories.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Service> services)
    {
        services.IsNotPersonal(s => new { s.Name, s.Slug, s.Description });
        services.Property(s => s.Name).HasMaxLength(200);
        services.Property(s => s.Slug).HasMaxLength(200);
        services.HasIndex(s => s.Name).IsUnique();
        services.HasIndex(s => s.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Competency> competencies)
    {
        competencies.IsNotPersonal(c => new { c.Name, c.Slug, c.Category, c.Description });
        competencies.Property(c => c.Name).HasMaxLength(200);
        competencies.Property(c => c.Slug).HasMaxLength(200);
        competencies.Property(c => c.Category).HasMaxLength(100);
        competencies.HasIndex(c => c.Name).IsUnique();
        competencies.HasIndex(c => c.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FormerListSlug> slugs)
    {
        slugs.ToTable("dictionary_slugs");
        slugs.IsNotPersonal(s => s.Slug);
        slugs.HasKey(s => new { s.Kind, s.Slug });
        slugs.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        slugs.Property(s => s.Slug).HasMaxLength(200);
        slugs.HasIndex(s => new { s.Kind, s.EntryId });
    }
}
