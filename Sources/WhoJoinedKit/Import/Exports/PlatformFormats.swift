/// In the order in which they are tried. A new format is one file and one line here.
let platformFormats: [any PlatformFormat.Type] = [
    ZoomWebinar.self, ZoomListDetails.self, ZoomRecordingsList.self, ZoomMeetingsList.self, ZoomDashboard.self,
    ZoomParticipants.self,
    TeamsEventList.self, TeamsLiveEvent.self, TeamsSections.self, TeamsReport2021.self,
    MeetAdminLog.self, MeetAttendance.self, MeetGMA.self, MeetFullName.self, MeetTrackr.self, MeetRanges.self,
    MeetSNo.self,
    MeetListRevamped.self, WebexEvents.self, BigBlueButton.self, Collaborate.self,
]
