using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Norda.Data;

/// <summary>Stores a UTC time as a timestamp without zone and reads it back as UTC.</summary>
public sealed class UtcWithoutZone() : ValueConverter<DateTime, DateTime>(
    utc => DateTime.SpecifyKind(utc, DateTimeKind.Unspecified),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
