using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Norda.Data;
using Norda.Data.Audit;
using Norda.Data.Privacy;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Platform.Access;

namespace Norda.Features.Events;

/// <summary>A meeting in the chamber's calendar. Columns of the source's table norda_events keep their names; seats, deadline, series, … are added.</summary>
public class Event
{
    public int Id { get; private set; }
    public required string Title { get; set; }
    public string? Description { get; set; }
    public EventType EventType { get; set; }

    /// <summary>Day and hours as the clock of Warsaw shows them; <see cref="StartsAt"/> says which instant that is.</summary>
    public DateOnly EventDate { get; set; }

    public TimeOnly? TimeStart { get; set; }
    public TimeOnly? TimeEnd { get; set; }
    public string? Location { get; set; }
    public string? LocationUrl { get; set; }
    public string? SpeakerName { get; set; }
    public int? SpeakerCompanyId { get; set; }
    public Company? SpeakerCompany { get; set; }
    public bool IsFeatured { get; set; }

    /// <summary>Null: as many as come.</summary>
    public int? MaxAttendees { get; set; }

    /// <summary>The organiser.</summary>
    public int? CreatedBy { get; init; }

    public DateTime CreatedAt { get; init; }
    public required string Slug { get; init; }
    public EventVisibility Visibility { get; set; }
    public string? Category { get; set; }

    /// <summary>Markdown.</summary>
    public string? Programme { get; set; }

    /// <summary>Seats of those who come, with their guests, and of those who were offered one. Only ever changed by a conditional update.</summary>
    public int Taken { get; private set; }

    public DateTime StartsAt { get; set; }
    public DateTime EndsAt { get; set; }

    /// <summary>After it nobody signs up; null: until the beginning.</summary>
    public DateTime? RsvpUntil { get; set; }

    /// <summary>For how long a freed seat is kept for the next person on the waiting list.</summary>
    public int OfferHours { get; set; } = 24;

    /// <summary>How many people each may bring.</summary>
    public int MostGuests { get; set; }

    /// <summary>Grows with each change, as calendars want it; two who edit at once are told by it.</summary>
    public int Sequence { get; set; }

    public DateTime? UpdatedAt { get; set; }
    public DateTime? CancelledAt { get; set; }
    public string? CancelReason { get; set; }

    /// <summary>The same for an event and its repetitions.</summary>
    public Guid? SeriesId { get; set; }

    public DateTime? DayReminderAt { get; set; }
    public DateTime? HourReminderAt { get; set; }
    public List<EventQuestion> Questions { get; } = [];
    public List<Attendee> Attendees { get; } = [];
}

public enum EventType { Meeting, Webinar, Networking }

public enum EventVisibility { Public, Members }

/// <summary>What those who sign up are asked.</summary>
public class EventQuestion
{
    public int Id { get; private set; }
    public int EventId { get; init; }
    public int Position { get; set; }
    public required string Text { get; init; }
    public bool IsRequired { get; set; }
}

public class EventMap : IEntityTypeConfiguration<Event>, IEntityTypeConfiguration<EventQuestion>
{
    public const int LongestTitle = 200;
    public const int LongestText = 10_000;
    public const int LongestLine = 200;
    public const int LongestReason = 1000;

    public void Configure(EntityTypeBuilder<Event> events)
    {
        events.ToTable("norda_events");
        events.IsNotPersonal(e => new { e.Slug, e.Location, e.LocationUrl, e.Category }).Quotes(e => new { e.Title, e.Description, e.Programme, e.SpeakerName, e.CancelReason }).Names(e => e.CreatedBy);
        events.Property(e => e.Title).HasMaxLength(LongestTitle);
        events.Property(e => e.Description).HasMaxLength(LongestText);
        events.Property(e => e.EventType).HasConversion<LowerCaseLabels<EventType>>().HasMaxLength(20);
        events.Property(e => e.Location).HasMaxLength(LongestLine);
        events.Property(e => e.LocationUrl).HasMaxLength(500);
        events.Property(e => e.SpeakerName).HasMaxLength(LongestLine);
        events.Property(e => e.Slug).HasMaxLength(100);
        events.Property(e => e.Visibility).HasConversion<LowerCaseLabels<EventVisibility>>().HasMaxLength(20);
        events.Property(e => e.Category).HasMaxLength(60);
        events.Property(e => e.Programme).HasMaxLength(LongestText);
        events.Property(e => e.Taken).IsNotAudited();
        events.Property(e => e.Sequence).IsConcurrencyToken();
        events.Property(e => e.CancelReason).HasMaxLength(LongestReason);
        events.Property(e => e.UpdatedAt).IsNotAudited();
        events.Property(e => e.DayReminderAt).IsNotAudited();
        events.Property(e => e.HourReminderAt).IsNotAudited();
        events.HasIndex(e => e.Slug).IsUnique();
        events.HasIndex(e => e.StartsAt);
        events.HasOne(e => e.SpeakerCompany).WithMany().HasForeignKey(e => e.SpeakerCompanyId).OnDelete(DeleteBehavior.SetNull);
        events.HasOne<User>().WithMany().HasForeignKey(e => e.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        events.HasMany(e => e.Questions).WithOne().HasForeignKey(q => q.EventId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EventQuestion> questions)
    {
        questions.ToTable("event_questions");
        questions.IsNotPersonal(q => q.Text);
        questions.Property(q => q.Text).HasMaxLength(LongestLine);
        questions.HasIndex(q => new { q.EventId, q.Position });
    }
}

public static class EventQueries
{
    /// <summary>Those who see what is for members alone, asked of rows where nobody is signed in: letters, calendars.</summary>
    public static IQueryable<User> Insiders(this IQueryable<User> people) => people.Where(u => u.IsActive && u.EmailConfirmed && (u.Roles.Count > 0 || u.Companies.Any(c => c.Status == CompanyUserStatus.Approved)));

    extension(IQueryable<Event> events)
    {
        /// <summary>All for members, for others what is public.</summary>
        public IQueryable<Event> VisibleTo(Me me) => me.Is(Role.Member) ? events : events.Where(e => e.Visibility == EventVisibility.Public);

        /// <summary>Those whose lists and door this person may see: all for the office, else one's own.</summary>
        public IQueryable<Event> RunBy(Me me) => me.IsOffice ? events : events.Where(e => e.CreatedBy == me.Id);

        public IQueryable<Event> Upcoming(DateTime now) => events.Where(e => e.EndsAt > now);
    }
}
