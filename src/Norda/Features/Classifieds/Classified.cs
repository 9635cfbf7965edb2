using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Files;

namespace Norda.Features.Classifieds;

/// <summary>What a member seeks or offers, for a while.</summary>
public class Classified
{
    public int Id { get; private set; }
    public int AuthorId { get; init; }
    public User Author { get; init; } = null!;

    /// <summary>The firm in whose name it is said; null for people of the office.</summary>
    public int? CompanyId { get; init; }

    public Company? Company { get; init; }
    public ListingType ListingType { get; set; }
    public ClassifiedCategory Category { get; set; }
    public required string Title { get; set; }
    public required string Slug { get; set; }
    public required string Description { get; set; }
    public string? BudgetInfo { get; set; }
    public string? LocationInfo { get; set; }

    /// <summary>False once the author has closed it.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Null in data that was taken over: it ends by hand.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>People who opened it, each once a day.</summary>
    public int ViewsCount { get; set; }

    public DateTime CreatedAt { get; init; }
    public DateTime? UpdatedAt { get; set; }

    /// <summary>Others do not see whose it is until both sides want to.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>Roots of its words between single spaces, as the directory makes them.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>The last day of which the author was reminded.</summary>
    public DateTime? RemindedOf { get; set; }

    /// <summary>A moderator took it off the site.</summary>
    public DateTime? HiddenAt { get; set; }

    public int? HiddenBy { get; set; }
    public string? HiddenReason { get; set; }

    /// <summary>Of the form that made it: pressed twice, it is one.</summary>
    public Guid Once { get; init; }

    public int Version { get; set; }
    public List<ClassifiedPhoto> Photos { get; } = [];
}

public enum ListingType { Wanted, Offered }

public enum ClassifiedCategory { Services, Products, Cooperation }

public class ClassifiedPhoto
{
    public int Id { get; private set; }
    public int ClassifiedId { get; init; }
    public required string FileId { get; init; }
    public required string Alt { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
}

/// <summary>Somebody opened it that day. Kept for a few days, for counting alone.</summary>
public class ClassifiedView
{
    public int ClassifiedId { get; init; }
    public int UserId { get; init; }
    public DateOnly Day { get; init; }
}

public class ClassifiedMap : IEntityTypeConfiguration<Classified>, IEntityTypeConfiguration<ClassifiedPhoto>, IEntityTypeConfiguration<ClassifiedView>
{
    public const int LongestTitle = 120;
    public const int LongestDescription = 5000;
    public const int LongestInfo = 100;
    public const int LongestAlt = 200;

    public void Configure(EntityTypeBuilder<Classified> ads)
    {
        ads.ToTable("classifieds");
        // Nobody answers for an offer whose author is gone.
        ads.IsPersonal("Ogłoszenia", c => c.AuthorId, WhenErased.Delete).Names(c => c.HiddenBy);
        ads.Property(c => c.ListingType).HasConversion(t => Codes.Of(t), code => Codes.Listing(code)!.Value).HasMaxLength(50);
        ads.Property(c => c.Category).HasConversion(c => Codes.Of(c), code => Codes.Category(code)!.Value).HasMaxLength(50);
        ads.Property(c => c.Title).HasMaxLength(255);
        ads.Property(c => c.Slug).HasMaxLength(100);
        ads.Property(c => c.Description).HasMaxLength(LongestDescription);
        ads.Property(c => c.BudgetInfo).HasMaxLength(255);
        ads.Property(c => c.LocationInfo).HasMaxLength(255);
        ads.Property(c => c.ViewsCount).IsNotAudited();
        ads.Property(c => c.SearchText).HasMaxLength(20_000).IsNotAudited();
        ads.Property(c => c.RemindedOf).IsNotAudited();
        ads.Property(c => c.Once).IsNotAudited();
        ads.Property(c => c.HiddenReason).HasMaxLength(1000);
        ads.Property(c => c.Version).IsConcurrencyToken().IsNotAudited();
        ads.HasIndex(c => new { c.AuthorId, c.Once }).IsUnique();
        ads.HasIndex(c => new { c.IsActive, c.CreatedAt });
        ads.HasIndex(c => c.ExpiresAt);
        ads.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        ads.HasOne(c => c.Company).WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.SetNull);
        ads.HasOne<User>().WithMany().HasForeignKey(c => c.HiddenBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClassifiedPhoto> photos)
    {
        photos.ToTable("classified_photos");
        photos.IsNotPersonal(p => new { p.FileId, p.Alt });
        photos.Property(p => p.FileId).HasMaxLength(32);
        photos.Property(p => p.Alt).HasMaxLength(LongestAlt);
        photos.HasOne<Classified>().WithMany(c => c.Photos).HasForeignKey(p => p.ClassifiedId).OnDelete(DeleteBehavior.Cascade);
        photos.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ClassifiedView> views)
    {
        views.ToTable("classified_views");
        views.IsPersonal("Obejrzane ogłoszenia", v => v.UserId, WhenErased.Delete);
        views.IsNotAudited();
        views.HasKey(v => new { v.ClassifiedId, v.UserId, v.Day });
        views.HasIndex(v => v.Day);
        views.HasOne<Classified>().WithMany().HasForeignKey(v => v.ClassifiedId).OnDelete(DeleteBehavior.Cascade);
        views.HasOne<User>().WithMany().HasForeignKey(v => v.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
