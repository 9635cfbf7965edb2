using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Norda.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "calendar",
                table: "mail_outbox",
                type: "TEXT",
                maxLength: 50000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_calendar_feeds_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "norda_events",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    event_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    event_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    time_start = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    time_end = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    location_url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    speaker_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    speaker_company_id = table.Column<int>(type: "INTEGER", nullable: true),
                    is_featured = table.Column<bool>(type: "INTEGER", nullable: false),
                    max_attendees = table.Column<int>(type: "INTEGER", nullable: true),
                    created_by = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: true),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    rsvp_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    offer_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    most_guests = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancel_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    series_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    day_reminder_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    hour_reminder_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_norda_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_norda_events_companies_speaker_company_id",
                        column: x => x.speaker_company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_norda_events_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_attendees",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_id = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    registered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    offered_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ticket_code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_attendees", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_attendees_event_event_id",
                        column: x => x.event_id,
                        principalTable: "norda_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_attendees_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_questions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_id = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_required = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_questions_norda_events_event_id",
                        column: x => x.event_id,
                        principalTable: "norda_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_check_ins",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    event_id = table.Column<int>(type: "INTEGER", nullable: false),
                    attendee_id = table.Column<int>(type: "INTEGER", nullable: false),
                    nonce = table.Column<Guid>(type: "TEXT", nullable: false),
                    shown_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_user_id = table.Column<int>(type: "INTEGER", nullable: true),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_check_ins", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_check_ins_event_attendees_attendee_id",
                        column: x => x.attendee_id,
                        principalTable: "event_attendees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_check_ins_event_event_id",
                        column: x => x.event_id,
                        principalTable: "norda_events",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_check_ins_users_by_user_id",
                        column: x => x.by_user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "event_guests",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    attendee_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_guests", x => x.id);
                    table.ForeignKey(
                        name: "fk_event_guests_event_attendees_attendee_id",
                        column: x => x.attendee_id,
                        principalTable: "event_attendees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "event_answers",
                columns: table => new
                {
                    attendee_id = table.Column<int>(type: "INTEGER", nullable: false),
                    question_id = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_answers", x => new { x.attendee_id, x.question_id });
                    table.ForeignKey(
                        name: "fk_event_answers_event_attendees_attendee_id",
                        column: x => x.attendee_id,
                        principalTable: "event_attendees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_event_answers_event_question_question_id",
                        column: x => x.question_id,
                        principalTable: "event_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_token_hash",
                table: "calendar_feeds",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_answers_question_id",
                table: "event_answers",
                column: "question_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_attendees_event_id_ticket_code",
                table: "event_attendees",
                columns: new[] { "event_id", "ticket_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_attendees_event_id_user_id",
                table: "event_attendees",
                columns: new[] { "event_id", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_attendees_status_offered_until",
                table: "event_attendees",
                columns: new[] { "status", "offered_until" });

            migrationBuilder.CreateIndex(
                name: "ix_event_attendees_user_id",
                table: "event_attendees",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_attendee_id",
                table: "event_check_ins",
                column: "attendee_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_by_user_id",
                table: "event_check_ins",
                column: "by_user_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_event_id",
                table: "event_check_ins",
                column: "event_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_check_ins_nonce",
                table: "event_check_ins",
                column: "nonce",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_event_guests_attendee_id",
                table: "event_guests",
                column: "attendee_id");

            migrationBuilder.CreateIndex(
                name: "ix_event_questions_event_id_position",
                table: "event_questions",
                columns: new[] { "event_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_norda_events_created_by",
                table: "norda_events",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_norda_events_slug",
                table: "norda_events",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_norda_events_speaker_company_id",
                table: "norda_events",
                column: "speaker_company_id");

            migrationBuilder.CreateIndex(
                name: "ix_norda_events_starts_at",
                table: "norda_events",
                column: "starts_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "event_answers");

            migrationBuilder.DropTable(
                name: "event_check_ins");

            migrationBuilder.DropTable(
                name: "event_guests");

            migrationBuilder.DropTable(
                name: "event_questions");

            migrationBuilder.DropTable(
                name: "event_attendees");

            migrationBuilder.DropTable(
                name: "norda_events");

            migrationBuilder.DropColumn(
                name: "calendar",
                table: "mail_outbox");
        }
    }
}
