using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Membership.Assembly;

/// <summary>A body of the chamber that people sit in: the board, the audit committee, a committee for a task.</summary>
public class ChamberBody
{
    public int Id { get; private set; }
    public required string Name { get; set; }

    /// <summary>What it is for.</summary>
    public string? Task { get; set; }

    public int SortOrder { get; init; }
    public List<BodySeat> Seats { get; } = [];
}

/// <summary>A person's term in a body.</summary>
public class BodySeat
{
    public int Id { get; private set; }
    public int BodyId { get; init; }
    public ChamberBody Body { get; init; } = null!;
    public required string PersonName { get; init; }

    /// <summary>Who it is, where the person has an account.</summary>
    public int? UserId { get; init; }

    public required string Function { get; init; }
    public DateOnly Since { get; init; }

    /// <summary>Last day of the term; null where none is set.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>By which the person was elected.</summary>
    public int? ResolutionId { get; init; }

    public Resolution? Resolution { get; init; }
}

public class ChamberBodyMap : IEntityTypeConfiguration<ChamberBody>, IEntityTypeConfiguration<BodySeat>
{
    public const int LongestName = 100;
    public const int LongestTask = 500;

    public void Configure(EntityTypeBuilder<ChamberBody> bodies)
    {
        bodies.ToTable("chamber_bodies");
        bodies.IsNotPersonal(b => new { b.Name, b.Task });
        bodies.Property(b => b.Name).HasMaxLength(LongestName);
        bodies.Property(b => b.Task).HasMaxLength(LongestTask);
        bodies.HasIndex(b => b.Name).IsUnique();
        bodies.HasMany(b => b.Seats).WithOne(s => s.Body).HasForeignKey(s => s.BodyId).OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Who sat in a body stays: it is what the court register and the minutes say too.</summary>
    public void Configure(EntityTypeBuilder<BodySeat> seats)
    {
        seats.ToTable("body_seats", t => t.HasCheckConstraint("body_seat_order", "until IS NULL OR until >= since"));
        seats.IsPersonal("Funkcje we władzach izby", s => s.UserId, WhenErased.Keep).Keeps(s => new { s.PersonName, s.Function });
        seats.Property(s => s.PersonName).HasMaxLength(UserMap.LongestName);
        seats.Property(s => s.Function).HasMaxLength(LongestName);
        seats.HasIndex(s => new { s.BodyId, s.PersonName, s.Since }).IsUnique();
        seats.HasOne(s => s.Resolution).WithMany().HasForeignKey(s => s.ResolutionId).OnDelete(DeleteBehavior.Restrict);
        seats.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
