using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Files;

namespace Norda.Features.News;

/// <summary>What the chamber has to say to everybody: written by the office, read by all.</summary>
public class NewsPost
{
    public int Id { get; private set; }
    public required string Title { get; set; }

    /// <summary>Stays when the title changes: others link to it.</summary>
    public required string Slug { get; init; }

    /// <summary>For lists and letters; without one the beginning of the text stands there.</summary>
    public string? Summary { get; set; }

    /// <summary>Markdown.</summary>
    public required string Content { get; set; }

    public string? PictureId { get; set; }
    public string? PictureAlt { get; set; }
    public int? PictureWidth { get; set; }
    public int? PictureHeight { get; set; }

    /// <summary>Null: a draft. In the future: it appears by itself.</summary>
    public DateTime? PublishedAt { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Members are to hear of it once it is on the site.</summary>
    public bool TellsMembers { get; set; }

    /// <summary>When they were told: once, however often the text changes or comes back.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>Stands before the others.</summary>
    public bool IsPinned { get; set; }

    public int? CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime UpdatedAt { get; set; }

    /// <summary>Two who edit at once are told by it.</summary>
    public int Version { get; set; }
}

public class NewsMap : IEntityTypeConfiguration<NewsPost>
{
    public const int LongestTitle = 200;
    public const int LongestSummary = 300;
    public const int LongestContent = 20_000;
    public const int LongestAlt = 200;

    public void Configure(EntityTypeBuilder<NewsPost> news)
    {
        news.ToTable("news_posts");
        news.IsNotPersonal(n => new { n.Slug, n.PictureId }).Quotes(n => new { n.Title, n.Summary, n.Content, n.PictureAlt }).Names(n => n.CreatedBy);
        news.Property(n => n.Title).HasMaxLength(LongestTitle);
        news.Property(n => n.Slug).HasMaxLength(100);
        news.Property(n => n.Summary).HasMaxLength(LongestSummary);
        news.Property(n => n.Content).HasMaxLength(LongestContent);
        news.Property(n => n.PictureId).HasMaxLength(32);
        news.Property(n => n.PictureAlt).HasMaxLength(LongestAlt);
        news.Property(n => n.Version).IsConcurrencyToken().IsNotAudited();
        news.Property(n => n.UpdatedAt).IsNotAudited();
        news.Property(n => n.ToldAt).IsNotAudited();
        news.HasIndex(n => n.Slug).IsUnique();
        news.HasIndex(n => n.PublishedAt);
        news.HasOne<StoredFile>().WithMany().HasForeignKey(n => n.PictureId).OnDelete(DeleteBehavior.Restrict);
        news.HasOne<User>().WithMany().HasForeignKey(n => n.CreatedBy).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class NewsQueries
{
    extension(IQueryable<NewsPost> news)
    {
        /// <summary>What everybody reads: neither a draft, nor withdrawn, nor waiting for its hour.</summary>
        public IQueryable<NewsPost> Published(DateTime now) => news.Where(n => n.PublishedAt <= now && n.WithdrawnAt == null);

        /// <summary>On the site, and members have not heard of them yet.</summary>
        public IQueryable<NewsPost> Untold(DateTime now) => news.Published(now).Where(n => n.TellsMembers && n.ToldAt == null);

        /// <summary>Pinned ones, then the newest.</summary>
        public IOrderedQueryable<NewsPost> InOrder() => news.OrderByDescending(n => n.IsPinned).ThenByDescending(n => n.PublishedAt).ThenByDescending(n => n.Id);
    }
}
