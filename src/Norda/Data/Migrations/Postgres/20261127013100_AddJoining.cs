using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddJoining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "end_kind",
                table: "memberships",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "chamber_bodies",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    task = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    sort_order = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_bodies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "chamber_documents",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    visibility = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_chamber_documents_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declaration_drafts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    data = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: true),
                    is_by_office = table.Column<bool>(type: "boolean", nullable: false),
                    saved_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declaration_drafts", x => x.id);
                    table.ForeignKey(
                        name: "fk_declaration_drafts_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forum_attachments",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    topic_id = table.Column<int>(type: "integer", nullable: true),
                    reply_id = table.Column<int>(type: "integer", nullable: true),
                    user_id = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forum_attachments", x => x.id);
                    table.ForeignKey(
                        name: "fk_forum_attachments_forum_reply_reply_id",
                        column: x => x.reply_id,
                        principalTable: "forum_replies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_attachments_forum_topic_topic_id",
                        column: x => x.topic_id,
                        principalTable: "forum_topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_forum_attachments_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_holds",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: true),
                    soft_bounces = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_bounce_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    last_mail_id = table.Column<int>(type: "integer", nullable: false),
                    held_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    lifted_by = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_holds", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "membership_declarations",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    nip = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: true),
                    member_id = table.Column<int>(type: "integer", nullable: true),
                    entered_by = table.Column<int>(type: "integer", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    legal_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    regon = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    krs = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    street = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    building = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    postal_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    town = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    representative_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    representative_role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    representative_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    representative_phone = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    staff = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    statute_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note_version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    newsletter = table.Column<bool>(type: "boolean", nullable: false),
                    pictures = table.Column<bool>(type: "boolean", nullable: false),
                    signed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    papers = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    asked_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    asked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    resolution_id = table.Column<int>(type: "integer", nullable: true),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    appeal_until = table.Column<DateOnly>(type: "date", nullable: true),
                    appeal = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    appealed_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership_declarations", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_declarations_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_member_member_id",
                        column: x => x.member_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_users_decided_by",
                        column: x => x.decided_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_membership_declarations_users_entered_by",
                        column: x => x.entered_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "news_posts",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    content = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    picture_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    picture_alt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    picture_width = table.Column<int>(type: "integer", nullable: true),
                    picture_height = table.Column<int>(type: "integer", nullable: true),
                    published_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    is_pinned = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_posts_stored_files_picture_id",
                        column: x => x.picture_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_news_posts_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "newsletters",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: false),
                    intro = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: true),
                    items = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    started_by = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    recipients = table.Column<int>(type: "integer", nullable: false),
                    queued = table.Column<int>(type: "integer", nullable: false),
                    last_user_id = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_newsletters", x => x.id);
                    table.ForeignKey(
                        name: "fk_newsletters_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_newsletters_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "body_seats",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    body_id = table.Column<int>(type: "integer", nullable: false),
                    person_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    user_id = table.Column<int>(type: "integer", nullable: true),
                    function = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    resolution_id = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_body_seats", x => x.id);
                    table.CheckConstraint("body_seat_order", "until IS NULL OR until >= since");
                    table.ForeignKey(
                        name: "fk_body_seats_chamber_bodies_body_id",
                        column: x => x.body_id,
                        principalTable: "chamber_bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_seats_resolution_resolution_id",
                        column: x => x.resolution_id,
                        principalTable: "resolutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_body_seats_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chamber_document_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    file_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chamber_document_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_chamber_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "chamber_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_chamber_document_versions_users_created_by",
                        column: x => x.created_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_body_id_person_name_since",
                table: "body_seats",
                columns: new[] { "body_id", "person_name", "since" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_resolution_id",
                table: "body_seats",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_body_seats_user_id",
                table: "body_seats",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_bodies_name",
                table: "chamber_bodies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_created_by",
                table: "chamber_document_versions",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_document_id_label",
                table: "chamber_document_versions",
                columns: new[] { "document_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chamber_document_versions_file_id",
                table: "chamber_document_versions",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_documents_created_by",
                table: "chamber_documents",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_chamber_documents_title",
                table: "chamber_documents",
                column: "title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_hash",
                table: "declaration_drafts",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_saved_at",
                table: "declaration_drafts",
                column: "saved_at");

            migrationBuilder.CreateIndex(
                name: "ix_declaration_drafts_user_id",
                table: "declaration_drafts",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_attachments_reply_id",
                table: "forum_attachments",
                column: "reply_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_attachments_topic_id",
                table: "forum_attachments",
                column: "topic_id");

            migrationBuilder.CreateIndex(
                name: "ix_forum_attachments_user_id",
                table: "forum_attachments",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_mail_holds_held_at",
                table: "mail_holds",
                column: "held_at");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_company_id",
                table: "membership_declarations",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_decided_by",
                table: "membership_declarations",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_entered_by",
                table: "membership_declarations",
                column: "entered_by");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_member_id",
                table: "membership_declarations",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_nip",
                table: "membership_declarations",
                column: "nip",
                unique: true,
                filter: "status IN ('submitted', 'incomplete', 'complete', 'appealed')");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_resolution_id",
                table: "membership_declarations",
                column: "resolution_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_declarations_status_submitted_at",
                table: "membership_declarations",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_created_by",
                table: "news_posts",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_picture_id",
                table: "news_posts",
                column: "picture_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_published_at",
                table: "news_posts",
                column: "published_at");

            migrationBuilder.CreateIndex(
                name: "ix_news_posts_slug",
                table: "news_posts",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_created_by",
                table: "newsletters",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_finished_at_started_at",
                table: "newsletters",
                columns: new[] { "finished_at", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_newsletters_started_by",
                table: "newsletters",
                column: "started_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "body_seats");

            migrationBuilder.DropTable(
                name: "chamber_document_versions");

            migrationBuilder.DropTable(
                name: "declaration_drafts");

            migrationBuilder.DropTable(
                name: "forum_attachments");

            migrationBuilder.DropTable(
                name: "mail_holds");

            migrationBuilder.DropTable(
                name: "membership_declarations");

            migrationBuilder.DropTable(
                name: "news_posts");

            migrationBuilder.DropTable(
                name: "newsletters");

            migrationBuilder.DropTable(
                name: "chamber_bodies");

            migrationBuilder.DropTable(
                name: "chamber_documents");

            migrationBuilder.DropColumn(
                name: "end_kind",
                table: "memberships");
        }
    }
}
