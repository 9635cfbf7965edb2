using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;

namespace Norda.Features.Events;

/// <summary>One person's answer to an event: the source's event_attendees, with the waiting list, guests and attendance added.</summary>
public class Attendee
{
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that is read as another
    public const int CodeLength = 10;

    public int Id { get; private set; }
    public int EventId { get; init; }
    public Event Event { get; init; } = null!;
    public int UserId { get; init; }
    public User User { get; init; } = null!;
    public AttendeeStatus Status { get; set; }
    public DateTime RegisteredAt { get; init; }
    public DateTime ChangedAt { get; set; }

    /// <summary>One's own and one for each guest.</summary>
    public int Seats { get; set; } = 1;

    /// <summary>One's place on the waiting list; whoever lets an offer go by comes last.</summary>
    public DateTime? WaitingSince { get; set; }

    public DateTime? OfferedUntil { get; set; }

    /// <summary>Passed the door.</summary>
    public DateTime? AttendedAt { get; set; }

    /// <summary>What the QR code of the ticket holds, and what is typed where no camera helps.</summary>
    public string TicketCode { get; init; } = NewCode();

    /// <summary>Of two answers at once one is first.</summary>
    public int Version { get; set; }

    public List<EventGuest> Guests { get; } = [];
    public List<EventAnswer> Answers { get; } = [];

    /// <summary>Its seats are counted among those that are taken.</summary>
    public bool HoldsSeats => Status is AttendeeStatus.Confirmed or AttendeeStatus.Offered;

    private static string NewCode() => RandomNumberGenerator.GetString(CodeLetters, CodeLength);
}

/// <summary>The source's three, then what the waiting list and invitations add.</summary>
public enum AttendeeStatus { Confirmed, Maybe, Declined, Waiting, Offered, Lapsed, Invited }

/// <summary>Who comes with a member.</summary>
public class EventGuest
{
    public int Id { get; private set; }
    public int AttendeeId { get; init; }
    public required string Name { get; init; }
}

public class EventAnswer
{
    public int AttendeeId { get; init; }
    public int QuestionId { get; init; }
    public required string Text { get; set; }
}

/// <summary>A ticket shown at the door, as a telephone noted it; sent twice, it is one.</summary>
public class CheckIn
{
    public int Id { get; private set; }
    public int EventId { get; init; }
    public int AttendeeId { get; init; }

    /// <summary>Made by the telephone, so that a repeated sending is known.</summary>
    public Guid Nonce { get; init; }

    /// <summary>When the ticket was shown; the telephone may have been without a connection.</summary>
    public DateTime ShownAt { get; init; }

    public DateTime ReceivedAt { get; init; }
    public int? ByUserId { get; init; }
    public bool Accepted { get; init; }
}

/// <summary>The address under which a calendar program fetches a person's events: a secret of 256 bits, kept as its hash.</summary>
public class CalendarFeed
{
    public int UserId { get; init; }
    public required string TokenHash { get; set; }
    public DateTime CreatedAt { get; set; }
}

public class AttendeeMap : IEntityTypeConfiguration<Attendee>, IEntityTypeConfiguration<EventGuest>, IEntityTypeConfiguration<EventAnswer>, IEntityTypeConfiguration<CheckIn>, IEntityTypeConfiguration<CalendarFeed>
{
    public const int LongestName = 100;
    public const int LongestAnswer = 500;

    public void Configure(EntityTypeBuilder<Attendee> attendees)
    {
        attendees.ToTable("event_attendees");
        attendees.IsPersonal("Udział w wydarzeniach", a => a.UserId, WhenErased.Keep).Hides(a => a.TicketCode);
        attendees.Property(a => a.Status).HasConversion<LowerCaseLabels<AttendeeStatus>>().HasMaxLength(20);
        attendees.Property(a => a.TicketCode).HasMaxLength(CodeColumn).IsConcealed();
        attendees.Property(a => a.ChangedAt).IsNotAudited();
        attendees.Property(a => a.Version).IsConcurrencyToken().IsNotAudited();
        attendees.HasIndex(a => new { a.EventId, a.UserId }).IsUnique();
        attendees.HasIndex(a => new { a.EventId, a.TicketCode }).IsUnique();
        attendees.HasIndex(a => new { a.Status, a.OfferedUntil });
        attendees.HasIndex(a => a.UserId);
        attendees.HasOne(a => a.Event).WithMany(e => e.Attendees).HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
        attendees.HasOne(a => a.User).WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Restrict);
        attendees.HasMany(a => a.Guests).WithOne().HasForeignKey(g => g.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        attendees.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.AttendeeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EventGuest> guests)
    {
        guests.ToTable("event_guests");
        guests.IsNotPersonal().Quotes(g => g.Name);
        guests.Property(g => g.Name).HasMaxLength(LongestName);
    }

    public void Configure(EntityTypeBuilder<EventAnswer> answers)
    {
        answers.ToTable("event_answers");
        answers.IsNotPersonal().Quotes(a => a.Text);
        answers.HasKey(a => new { a.AttendeeId, a.QuestionId });
        answers.Property(a => a.Text).HasMaxLength(LongestAnswer);
        answers.HasOne<EventQuestion>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CheckIn> checkIns)
    {
        checkIns.ToTable("event_check_ins");
        checkIns.IsNotPersonal().Names(c => c.ByUserId);
        checkIns.HasIndex(c => c.Nonce).IsUnique();
        checkIns.HasOne<Event>().WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Cascade);
        checkIns.HasOne<Attendee>().WithMany().HasForeignKey(c => c.AttendeeId).OnDelete(DeleteBehavior.Cascade);
        checkIns.HasOne<User>().WithMany().HasForeignKey(c => c.ByUserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> feeds)
    {
        feeds.ToTable("calendar_feeds");
        feeds.IsPersonal("Adres kalendarza", f => f.UserId, WhenErased.Delete).Hides(f => f.TokenHash);
        feeds.IsNotAudited();
        feeds.HasKey(f => f.UserId);
        feeds.Property(f => f.TokenHash).HasMaxLength(64);
        feeds.HasIndex(f => f.TokenHash).IsUnique();
        feeds.HasOne<User>().WithOne().HasForeignKey<CalendarFeed>(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    private const int CodeColumn = 16;
}
