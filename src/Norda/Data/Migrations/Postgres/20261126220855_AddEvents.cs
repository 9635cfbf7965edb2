using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
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
                type: "character varying(50000)",
                maxLength: 50000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    event_type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    event_date = table.Column<DateOnly>(type: "date", nullable: false),
                    time_start = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    time_end = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    location = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    location_url = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    speaker_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    speaker_company_id = table.Column<int>(type: "integer", nullable: true),
                    is_featured = table.Column<bool>(type: "boolean", nullable: false),
                    max_attendees = table.Column<int>(type: "integer", nullable: true),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    visibility = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    programme = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: true),
                    taken = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    ends_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    rsvp_until = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    offer_hours = table.Column<int>(type: "integer", nullable: false),
                    most_guests = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day_reminder_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    hour_reminder_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    registered_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    waiting_since = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    offered_until = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    attended_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    ticket_code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_required = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_id = table.Column<int>(type: "integer", nullable: false),
                    attendee_id = table.Column<int>(type: "integer", nullable: false),
                    nonce = table.Column<Guid>(type: "uuid", nullable: false),
                    shown_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    by_user_id = table.Column<int>(type: "integer", nullable: true),
                    accepted = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    attendee_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
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
                    attendee_id = table.Column<int>(type: "integer", nullable: false),
                    question_id = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
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
